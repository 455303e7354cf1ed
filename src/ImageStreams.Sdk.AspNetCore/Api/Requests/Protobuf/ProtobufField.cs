using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>A field of a protobuf message.</summary>
/// <param name="Number">The number.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Marks">The shape, as <see cref="ProtobufMessages"/> writes it; empty for a text.</param>
internal sealed record ProtobufField(int Number, string Name, string Marks)
{
    private static readonly char[] Begins = ['(', '[', '{', '#', '?'];

    private const int Key = 1;
    private const int Value = 2;

    /// <summary>Reads a field of the table.</summary>
    public static ProtobufField Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var marks = text.IndexOfAny(Begins);
        var end = marks < 0 ? text.Length : marks;
        return new ProtobufField(int.Parse(text[..equals], CultureInfo.InvariantCulture), text[(equals + 1)..end], text[end..]);
    }

    /// <summary>Adds what a message has in this field.</summary>
    /// <exception cref="FormatException">The bytes are no protobuf.</exception>
    public void AddTo(JsonObject json, in ProtobufReader reader)
    {
        switch (Marks)
        {
            case "" when reader.Content.IsEmpty:
                // The empty text is one that is not set.
                break;
            case "":
                json[Name] = reader.Text;
                break;
            case "#":
                json[Name] = reader.Number;
                break;
            case "?":
                json[Name] = reader.Number != 0;
                break;
            case "[]":
                GetList(json).Add((JsonNode)reader.Text);
                break;
            case ['{', ..]:
                AddEntry(json.GetOrAddObject(Name), reader.Content);
                break;
            case ['[', ..]:
                GetList(json).Add((JsonNode)ReadMessage(reader.Content));
                break;
            default:
                json[Name] = ReadMessage(reader.Content);
                break;
        }
    }

    private JsonObject ReadMessage(ReadOnlySpan<byte> content) => ProtobufMessages.Get(Marks[1..^1]).Read(content);

    private JsonArray GetList(JsonObject json)
    {
        if (json[Name] is JsonArray known)
        {
            return known;
        }

        var list = new JsonArray();
        json[Name] = list;
        return list;
    }

    // An entry of a map is a message with a key and a value.
    private void AddEntry(JsonObject map, ReadOnlySpan<byte> content)
    {
        var (key, value) = ("", "");
        var reader = new ProtobufReader(content);
        while (reader.Read())
        {
            if (reader.Field == Key)
            {
                key = reader.Text;
            }
            else if (reader.Field == Value)
            {
                value = ReadValue(reader);
            }
        }

        map[key] = value;
    }

    private string ReadValue(in ProtobufReader reader) => Marks switch
    {
        "{b}" => Convert.ToBase64String(reader.Content),
        "{q}" => ReadQuantity(reader.Content),
        _ => reader.Text,
    };

    // A quantity is a message whose only field is its text.
    private static string ReadQuantity(ReadOnlySpan<byte> content)
    {
        var quantity = new ProtobufReader(content);
        return quantity.Read() && quantity.Field == Key ? quantity.Text : "0";
    }
}
