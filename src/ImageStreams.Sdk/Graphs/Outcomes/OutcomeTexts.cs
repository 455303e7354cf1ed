namespace ImageStreams.Graphs;

/// <summary>Formats the outcomes of tags for people.</summary>
internal static class OutcomeTexts
{
    public static string Format(TagOutcome outcome)
    {
        var text = outcome.Tag == outcome.Decider
            ? $"{outcome.Tag}: {outcome.Kind}"
            : $"{outcome.Tag}: {outcome.Kind} at {outcome.Decider}";
        return outcome.Builds.IsEmpty ? text : $"{text} of {string.Join(", ", outcome.Builds)}";
    }

    public static string Explain(TagOutcome outcome)
    {
        var reason = GetReason(outcome);
        return outcome.Tag == outcome.Decider
            ? $"{outcome.Tag} {reason}."
            : $"{outcome.Tag} leads to {outcome.Decider}, which {reason}.";
    }

    private static string GetReason(TagOutcome outcome) => outcome.Kind switch
    {
        TagOutcomeKind.Resolved => "has an image",
        TagOutcomeKind.PendingImport => "has no image yet: nothing was imported or pushed",
        TagOutcomeKind.PendingBuild => $"has no image yet: it waits for {string.Join(" or ", outcome.Builds)}, which pushes it",
        TagOutcomeKind.FailedImport => "has no image: its import failed",
        TagOutcomeKind.NotFound => "does not exist or names an image that does not",
        TagOutcomeKind.Circular => "has no image: it is in a cycle of tags",
        _ => "has no image: its source is not a valid reference",
    };
}
