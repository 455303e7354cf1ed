using System.Text;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <summary>Writes what a controller remembers as JSON.</summary>
internal static class TriggerRecordWriter
{
    /// <summary>Writes the record of an object; null when there is nothing to remember.</summary>
    public static string? Write(TriggerRecord record) => record.IsEmpty ? null : Write(writer => WriteMembers(writer, record));

    /// <summary>Writes the record of a pause.</summary>
    public static string Write(TriggerPause pause) => Write(writer => writer.WriteString(TriggerRecordNames.Since, pause.Since));

    private static string Write(Action<Utf8JsonWriter> writeMembers)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteMembers(Utf8JsonWriter writer, TriggerRecord record)
    {
        if (record.Trip is { } trip)
        {
            WriteTrip(writer, trip);
        }

        WriteTimes(writer, TriggerRecordNames.Fired, record.Fired);
        WriteTimes(writer, TriggerRecordNames.Started, record.Started);
        if (record.Failures > 0)
        {
            writer.WriteNumber(TriggerRecordNames.Failures, record.Failures);
        }

        if (record.RetryAt is { } retryAt)
        {
            writer.WriteString(TriggerRecordNames.RetryAt, retryAt);
        }

        WriteSeen(writer, record.Seen);
    }

    private static void WriteTrip(Utf8JsonWriter writer, TriggerFuseTrip trip)
    {
        writer.WriteStartObject(TriggerRecordNames.Trip);
        writer.WriteString(TriggerRecordNames.Since, trip.Since);
        writer.WriteNumber(TriggerRecordNames.Firings, trip.Firings);
        writer.WriteNumber(TriggerRecordNames.WindowTicks, trip.Window.Ticks);
        writer.WriteNumber(TriggerRecordNames.Suppressed, trip.SuppressedFirings);
        writer.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter writer, string name, ValueList<DateTimeOffset> times)
    {
        if (times.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var time in times)
        {
            writer.WriteStringValue(time);
        }

        writer.WriteEndArray();
    }

    private static void WriteSeen(Utf8JsonWriter writer, ValueList<SeenImage> images)
    {
        if (images.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(TriggerRecordNames.Seen);
        foreach (var image in images)
        {
            writer.WriteStartObject();
            writer.WriteString(TriggerRecordNames.Tag, image.Tag.ToString());
            writer.WriteString(TriggerRecordNames.Image, image.Image);
            writer.WriteString(TriggerRecordNames.At, image.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
