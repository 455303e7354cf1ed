using System.Globalization;
using ImageStreams.Controllers;
using ImageStreams.Importing;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the notes of the page about what controllers do.</summary>
internal static class StatusNotes
{
    private const int MaxNames = 5;

    public static StatusNote Create(ImportJob job) => new()
    {
        Subject = job.Stream.ToString(),
        Kind = "Import",
        Text = Describe(job),
        Since = job.Due,
    };

    public static StatusNote Create(TriggerFuseTrip trip) => new()
    {
        Subject = trip.Object.ToString(),
        Kind = "Held",
        Text = string.Create(CultureInfo.InvariantCulture, $"{trip.Explanation} Suppressed since: {trip.SuppressedFirings}."),
        Since = trip.Since,
    };

    public static StatusNote Create(TriggerPause pause) => new()
    {
        Subject = pause switch
        {
            TriggerPause.SingleStream paused => $"ImageStream {paused.Stream}",
            TriggerPause.SingleObject paused => paused.Object.ToString(),
            _ => "All triggers",
        },
        Kind = "Paused",
        Text = pause.Explanation,
        Since = pause.Since,
    };

    /// <summary>Finds the last reactions of objects that wait, or failed, the latest first.</summary>
    public static IEnumerable<StatusNote> FindWaiting(IEnumerable<TriggerReaction> reactions) => reactions
        .Reverse()
        .DistinctBy(static reaction => reaction.Object)
        .Where(static reaction => reaction is not (TriggerReaction.BuildStarted or TriggerReaction.Updated or TriggerReaction.Skipped or TriggerReaction.Held))
        .Select(Create);

    private static StatusNote Create(TriggerReaction reaction) => new()
    {
        Subject = reaction.Object.ToString(),
        Kind = reaction.GetType().Name,
        Text = reaction.Explanation,
    };

    private static string Describe(ImportJob job)
    {
        var tags = job.Tags;
        var rest = tags.Count > MaxNames ? string.Create(CultureInfo.InvariantCulture, $" and {tags.Count - MaxNames} more") : "";
        return tags.IsEmpty ? "the whole repository" : $"{string.Join(", ", tags.Take(MaxNames))}{rest}";
    }
}
