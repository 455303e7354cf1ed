using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Triggers;

namespace ImageStreams.Kubernetes;

/// <summary>Turns the reports of controllers into Events; most reports are worth none.</summary>
internal static class ReportNotes
{
    private const string Imported = "ImageImported";
    private const string ImportFailed = "ImportFailed";
    private const string Fired = "TriggerFired";
    private const string Skipped = "TriggerSkipped";
    private const string Delayed = "TriggerDelayed";
    private const string Postponed = "TriggerPostponed";
    private const string Invalid = "TriggerInvalid";
    private const string Held = "TriggerHeld";

    /// <summary>The Events of an import: at most one of the tags that have new images, and one of those that failed.</summary>
    public static IEnumerable<EventNote> Create(ImportReport report, EventObject stream)
    {
        if (report.Refusal is { } refusal)
        {
            yield return new EventNote(stream, ImportFailed, $"The import was refused: {refusal.Message}", IsWarning: true);
        }

        var tags = report.Tags.Concat(report.RepositoryTags).ToList();
        if (Describe(tags, ImportOutcome.Imported, static tag => $"{tag.Tag} is {tag.Image}") is { } imported)
        {
            yield return new EventNote(stream, Imported, imported);
        }

        if (Describe(tags, ImportOutcome.Failed, static tag => $"{tag.Tag}: {tag.Status.Message}") is { } failed)
        {
            yield return new EventNote(stream, ImportFailed, failed, IsWarning: true);
        }
    }

    /// <summary>The Event of a reaction; null for one that says nothing new.</summary>
    public static EventNote? Create(TriggerReaction reaction, EventObject about) => reaction switch
    {
        TriggerReaction.BuildStarted => new EventNote(about, Fired, "A build was started: " + reaction.Explanation),
        TriggerReaction.Updated => new EventNote(about, Fired, "The images were set: " + reaction.Explanation),
        TriggerReaction.Failed => new EventNote(about, Invalid, reaction.Explanation, IsWarning: true),
        TriggerReaction.Held => new EventNote(about, Held, reaction.Explanation, IsWarning: true),
        TriggerReaction.Postponed { Result: TriggerTargetResult.Refused } => new EventNote(about, Postponed, reaction.Explanation, IsWarning: true),
        TriggerReaction.Waiting or TriggerReaction.Delayed => new EventNote(about, Delayed, reaction.Explanation),
        TriggerReaction.Skipped when reaction.Triggers.Any(IsStuck) => new EventNote(about, Skipped, reaction.Explanation),
        _ => null,
    };

    /// <summary>The Event of a look at a tag with a policy; null for one that stays, and one whose change by others counts.</summary>
    public static EventNote? Create(TagMoveReport report, EventObject stream) => report switch
    {
        TagMoveReport.Moved or TagMoveReport.Held => new EventNote(stream, report.Reason, Describe(report)),
        TagMoveReport.Invalid or TagMoveReport.Failed => new EventNote(stream, report.Reason, Describe(report), IsWarning: true),
        _ => null,
    };

    private static string Describe(TagMoveReport report) => $"{report.Tag.Tag}: {report.Explanation}";

    // Triggers whose image is there already, or that somebody paused, are as they should be.
    private static bool IsStuck(TriggerOutcome outcome) =>
        outcome.Status is not (TriggerStatus.Unchanged or TriggerStatus.Fires or TriggerStatus.Paused);

    private static string? Describe(List<TagImportReport> tags, ImportOutcome outcome, Func<TagImportReport, string> describe) =>
        tags.FindAll(tag => tag.Outcome == outcome) is { Count: > 0 } found ? string.Join("; ", found.Select(describe)) : null;
}
