using System.Globalization;
using System.Text.Json;
using ImageStreams.Importing;

namespace ImageStreams.Controllers;

/// <summary>The JSON of the state of one stream's imports.</summary>
internal static class ImportStateJson
{
    private const int MaxMessage = 512;

    public static string Write(StreamState state) => StateJson.Write(state, static (writer, state) =>
    {
        writer.WriteStartArray("tags");
        foreach (var tag in state.Tags)
        {
            Write(writer, tag);
        }

        writer.WriteEndArray();
        if (state.Refusals > 0)
        {
            writer.WriteNumber("refusals", state.Refusals);
            writer.WriteOptional("refusedVersion", state.RefusedVersion);
            writer.WriteOptional("needed", state.NeededSince);
        }
    });

    /// <inheritdoc cref="StateJson.Read"/>
    public static StreamState Read(string json) => StateJson.Read(json, static state => new StreamState
    {
        Tags = [.. state.GetProperty("tags").EnumerateArray().Select(ReadTag).DistinctBy(static tag => tag.Schedule.Tag)],
        Refusals = state.FindCount("refusals"),
        RefusedVersion = state.FindText("refusedVersion"),
        NeededSince = state.FindTime("needed"),
    });

    private static void Write(Utf8JsonWriter writer, TagState state)
    {
        var schedule = state.Schedule;
        writer.WriteStartObject();
        writer.WriteString("tag", schedule.Tag);
        writer.WriteOptional("next", schedule.NextCheck);
        writer.WriteOptional("last", schedule.LastChecked);
        writer.WriteOptional("interval", schedule.Interval?.ToString("c", CultureInfo.InvariantCulture));
        writer.WriteOptional("from", state.Source);
        if (state.IsOfRepository)
        {
            writer.WriteBoolean("ofRepository", true);
        }

        if (schedule.Failures > 0)
        {
            writer.WriteNumber("failures", schedule.Failures);
        }

        writer.WriteOptional("reason", schedule.Reason);
        writer.WriteOptional("message", Shorten(schedule.Message));
        writer.WriteEndObject();
    }

    private static TagState ReadTag(JsonElement tag)
    {
        var schedule = new TagSchedule
        {
            Tag = tag.FindText("tag") ?? throw new FormatException("The state has a tag without a name."),
            NextCheck = tag.FindTime("next") ?? throw new FormatException("The state has a tag without a time."),
            LastChecked = tag.FindTime("last"),
            Interval = ReadInterval(tag.FindText("interval")),
            Failures = tag.FindCount("failures"),
            Reason = tag.FindText("reason"),
            Message = tag.FindText("message"),
        };
        var isOfRepository = tag.TryGetProperty("ofRepository", out var value) && value.GetBoolean();
        return new TagState(schedule, tag.FindText("from"), isOfRepository);
    }

    private static TimeSpan? ReadInterval(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var interval = TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);
        return interval > TimeSpan.Zero ? interval : throw new FormatException($"The state has the interval {text}.");
    }

    /// <summary>Cuts a long message, not within a character.</summary>
    private static string? Shorten(string? message)
    {
        if (message is null || message.Length <= MaxMessage)
        {
            return message;
        }

        var length = char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage;
        return message[..length] + "…";
    }
}
