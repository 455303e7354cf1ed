using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the messages of protobuf that are one value in JSON.</summary>
internal static class ProtobufValues
{
    private const int TextKind = 1;

    /// <summary>Reads a quantity, whose only field is its text.</summary>
    public static string ReadQuantity(ReadOnlySpan<byte> content)
    {
        var quantity = new ProtobufReader(content);
        return quantity.Read() && quantity.Field == 1 ? quantity.Text : "0";
    }

    /// <summary>Reads a list of texts, which is the only field.</summary>
    public static JsonArray ReadTexts(ReadOnlySpan<byte> content)
    {
        var texts = new JsonArray();
        var reader = new ProtobufReader(content);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                texts.Add((JsonNode)reader.Text);
            }
        }

        return texts;
    }

    /// <summary>Reads a number or a text: the kind, the number and the text.</summary>
    public static JsonNode ReadNumberOrText(ReadOnlySpan<byte> content)
    {
        var isText = false;
        JsonNode number = 0L;
        JsonNode text = "";
        var reader = new ProtobufReader(content);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    isText = reader.Number == TextKind;
                    break;
                case 2:
                    number = reader.Number;
                    break;
                case 3:
                    text = reader.Text;
                    break;
            }
        }

        return isText ? text : number;
    }

    /// <summary>Finds a time, whose first field are its seconds since 1970; null for one that is not set.</summary>
    /// <exception cref="FormatException">The time is beyond the years 1 to 9999.</exception>
    public static string? FindTime(ReadOnlySpan<byte> content)
    {
        var seconds = 0L;
        var reader = new ProtobufReader(content);
        while (reader.Read())
        {
            seconds = reader.Field == 1 ? reader.Number : seconds;
        }

        return content.IsEmpty ? null : Format(seconds);
    }

    private static string Format(long seconds)
    {
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new FormatException("A time is not within the years 1 to 9999.");
        }

        return Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeSeconds(seconds)).ToString();
    }
}
