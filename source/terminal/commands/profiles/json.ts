// What `profiles list` and `profiles check` print with `--json`, as profiles/profiles.schema.json describes it.
import type {ListedProfileJson, ProfilesJson} from '../../../describe/profiles-definition.js';
import {formatReportJson, problemJson} from '../../../describe/report-json.js';
import {sortProblems} from '../../../problem/format.js';
import type {Problem} from '../../../problem/problem.js';
import type {ListedProfile} from '../../../profile/list.js';
import {countOf} from './count.js';

/** One JSON object with a line end. */
export function formatProfilesJson(profiles: readonly ListedProfile[], problems: readonly Problem[]): string {
	const json: ProfilesJson = {
		schemaVersion: 1,
		profiles: profiles.map(listedJson),
		problems: sortProblems(problems).map(problemJson),
	};
	return `${formatReportJson(json)}\n`;
}

function listedJson(listed: ListedProfile): ListedProfileJson {
	const {reference, name, description, kinds, file, origin, isShadowed, profile, problems} = listed;
	return {
		reference,
		name,
		description,
		kinds: [...kinds],
		certificates: profile?.entries.length ?? 0,
		file,
		origin,
		shadowed: isShadowed,
		errors: countOf(problems, 'error'),
		warnings: countOf(problems, 'warning'),
	};
}
