using System.Globalization;
using System.Text.Json;
using ImageStreams.AspNetCore;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the columns of what comes to an end: jobs and builds.</summary>
internal static class ProgressColumns
{
    /// <summary>The conditions that are the status of a job, the strongest first.</summary>
    private static readonly string[] JobConditions = ["Complete", "Failed", "Suspended", "FailureTarget", "SuccessCriteriaMet"];

    /// <summary>Creates the columns of jobs.</summary>
    public static ResourceColumn[] CreateForJobs() => [JobStatus(), KindColumns.Completions(), JobDuration()];

    /// <summary>Creates the columns of builds.</summary>
    public static ResourceColumn[] CreateForBuilds() => [Text("Status", "status", "phase"), BuildStarted(), BuildDuration()];

    private static ResourceColumn JobStatus() => Column("Status", static (value, _) =>
    {
        var held = FindItems(value, "status", "conditions").Where(static one => FindText(one, "status") == "True").Select(static one => FindText(one, "type")).ToHashSet();
        return JobConditions.FirstOrDefault(held.Contains, "Running");
    });

    private static ResourceColumn JobDuration() => Column("Duration", static (value, now) =>
        FindTime(value, "startTime") is { } start ? AgeText.Format((FindTime(value, "completionTime") ?? now) - start) : "");

    private static ResourceColumn BuildStarted() => Column("Started", static (value, now) =>
        FindTime(value, "startTimestamp") is { } start ? $"{AgeText.Format(now - start)} ago" : "");

    // A number of nanoseconds.
    private static ResourceColumn BuildDuration() => Column("Duration", static (value, _) =>
        FindNumber(value, "status", "duration") is > 0 and var nanoseconds ? AgeText.Format(TimeSpan.FromMilliseconds(nanoseconds / 1_000_000)) : "");

    private static DateTimeOffset? FindTime(JsonElement value, string field) => DateTimeOffset.TryParse(
        FindText(value, "status", field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;
}
