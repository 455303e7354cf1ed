using System.Globalization;
using ImageStreams.Policies;

namespace ImageStreams.Tool;

/// <summary>Says why a tag with a policy stands where it stands, from what is written on it.</summary>
internal static class PolicyLines
{
    /// <summary>Creates the lines; none for a tag without a policy.</summary>
    public static IEnumerable<string> Create(TagReference? tag)
    {
        if (tag is null)
        {
            return [];
        }

        return TagPolicyAnnotation.Read(tag) switch
        {
            TagPolicyReading.Found found => [$"policy {TagPolicyAnnotation.Format(found.Policy)}", .. CreateGates(tag)],
            TagPolicyReading.Invalid invalid => [$"policy cannot be used: {invalid.Error}"],
            _ => [],
        };
    }

    private static IEnumerable<string> CreateGates(TagReference tag)
    {
        if (TagGatesAnnotation.Read(tag) is TagGateReading<TagGateSet>.Invalid invalid)
        {
            yield return $"gates cannot be used: {invalid.Error}";
        }

        if (TagGateStateAnnotation.Read(tag) is not TagGateReading<TagGateState>.Found { Value: var state })
        {
            yield break;
        }

        if (state.MovedAt is { } moved)
        {
            yield return $"moved at {Show(moved)}";
        }

        foreach (var candidate in state.Candidates)
        {
            yield return Describe(candidate);
        }
    }

    private static string Describe(TagGateCandidate candidate)
    {
        var gates = candidate.Results.Where(result => result.Standing != TagGateStanding.Open).Select(result => Describe(candidate, result));
        return $"{candidate.Tag} is waiting since {Show(candidate.SeenAt)}: {string.Join(", ", gates)}";
    }

    private static string Describe(TagGateCandidate candidate, TagGateMark mark)
    {
        var until = mark.Until is { } time ? $" until {Show(time)}" : "";
        var reason = candidate.Checks.FirstOrDefault(check => check.Name == mark.Gate)?.Reason ?? "";
        var standing = mark.Standing == TagGateStanding.Refused ? "refused" : "held";
        return $"{standing} by {mark.Gate}{until}{(reason.Length == 0 ? "" : $" ({reason})")}";
    }

    private static string Show(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
