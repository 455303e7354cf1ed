using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Formats the outcomes of tags for people.</summary>
internal static class OutcomeTexts
{
    public static string Format(TagOutcome outcome)
    {
        var text = outcome.Tag == outcome.Decider
            ? $"{Show(outcome.Tag)}: {outcome.Kind}"
            : $"{Show(outcome.Tag)}: {outcome.Kind} at {Show(outcome.Decider)}";
        return outcome.Builds.IsEmpty ? text : $"{text} of {ListText.Format(outcome.Builds, "and")}";
    }

    public static string Explain(TagOutcome outcome)
    {
        var reason = GetReason(outcome);
        return outcome.Tag == outcome.Decider
            ? $"{Show(outcome.Tag)} {reason}."
            : $"{Show(outcome.Tag)} leads to {Show(outcome.Decider)}, which {reason}.";
    }

    private static string GetReason(TagOutcome outcome) => outcome.Kind switch
    {
        TagOutcomeKind.Resolved => "has an image",
        TagOutcomeKind.PendingImport => "has no image yet: nothing was imported or pushed",
        TagOutcomeKind.PendingBuild =>
            $"has no image yet: it waits for {ListText.Format(outcome.Builds, "or")}, which pushes it{GetCondition(outcome)}",
        TagOutcomeKind.FailedImport => "has no image: its import failed",
        TagOutcomeKind.NotFound => "does not exist or names an image that does not",
        TagOutcomeKind.Circular => "has no image: it is in a cycle of tags",
        _ => "has no image: its source is not a valid reference",
    };

    private static string GetCondition(TagOutcome outcome) => outcome.LacksStream
        ? $" once there is a stream {PrintableText.ShowName(outcome.Decider.StreamName.ToString())}"
        : "";

    private static string Show(ImageStreamTagName tag) => PrintableText.ShowName(tag.ToString());
}
