using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Reads what a controller remembered from JSON; records that are damaged are none.</summary>
internal static class TriggerRecordReader
{
    private const int MaxTimes = TriggerFuse.MaxFiringsLimit;

    /// <summary>Reads the record of an object; null when it is damaged.</summary>
    public static TriggerRecord? TryRead(TriggerObject target, string json) =>
        TryRead(json, root => ReadRecord(target, root));

    /// <summary>Reads the beginning of a pause; null when it is damaged.</summary>
    public static DateTimeOffset? TryReadPause(string json) =>
        TryRead(json, root => (object)root.GetProperty(TriggerRecordNames.Since).GetDateTimeOffset()) as DateTimeOffset?;

    private static T? TryRead<T>(string json, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static TriggerRecord ReadRecord(TriggerObject target, JsonElement root) => new()
    {
        Trip = root.TryGetProperty(TriggerRecordNames.Trip, out var trip) ? ReadTrip(target, trip) : null,
        Fired = ReadTimes(root, TriggerRecordNames.Fired),
        Started = ReadTimes(root, TriggerRecordNames.Started),
        Failures = root.TryGetProperty(TriggerRecordNames.Failures, out var failures) ? Math.Max(failures.GetInt32(), 0) : 0,
        RetryAt = root.TryGetProperty(TriggerRecordNames.RetryAt, out var retry) ? retry.GetDateTimeOffset() : null,
        Seen = root.TryGetProperty(TriggerRecordNames.Seen, out var seen)
            ? seen.EnumerateArray().Select(ReadSeen).ToValueList()
            : [],
    };

    private static TriggerFuseTrip ReadTrip(TriggerObject target, JsonElement trip) => new()
    {
        Object = target,
        Since = trip.GetProperty(TriggerRecordNames.Since).GetDateTimeOffset(),
        Firings = trip.GetProperty(TriggerRecordNames.Firings).GetInt32(),
        Window = new TimeSpan(trip.GetProperty(TriggerRecordNames.WindowTicks).GetInt64()),
        SuppressedFirings = trip.GetProperty(TriggerRecordNames.Suppressed).GetInt64(),
    };

    private static ValueList<DateTimeOffset> ReadTimes(JsonElement root, string name) =>
        root.TryGetProperty(name, out var times)
            ? times.EnumerateArray().Take(MaxTimes).Select(time => time.GetDateTimeOffset()).ToValueList()
            : [];

    private static SeenImage ReadSeen(JsonElement image) => new()
    {
        Tag = ImageStreamTagName.Parse(image.GetProperty(TriggerRecordNames.Tag).GetString() ?? ""),
        Image = image.GetProperty(TriggerRecordNames.Image).GetString() ?? "",
        At = image.GetProperty(TriggerRecordNames.At).GetDateTimeOffset(),
    };
}
