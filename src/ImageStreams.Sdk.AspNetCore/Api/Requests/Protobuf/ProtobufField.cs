using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>A field of a protobuf message.</summary>
/// <param name="Number">The number.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Marks">The shape, as <see cref="ProtobufMessages"/> writes it; empty for a text.</param>
internal sealed record ProtobufField(int Number, string Name, string Marks)
{
    private const string LeftOut = "-";
    private const int Key = 1;
    private const int Value = 2;

    private static readonly SearchValues<char> Begins = SearchValues.Create("([{#?~*@");

    /// <summary>The type of the messages in the field; null when it has none.</summary>
    public string? Type => Marks is ['(', ..] or ['[', not (']' or '#'), ..] ? Marks[1..^1] : null;

    /// <summary>Reads a field of the table.</summary>
    public static ProtobufField Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new ProtobufField(int.Parse(text[..^1], CultureInfo.InvariantCulture), "", LeftOut);
        }

        var marks = text.AsSpan().IndexOfAny(Begins);
        var end = marks < 0 ? text.Length : marks;
        return new ProtobufField(int.Parse(text[..equals], CultureInfo.InvariantCulture), text[(equals + 1)..end], text[end..]);
    }

    /// <summary>Adds what a message has in this field.</summary>
    /// <exception cref="FormatException">The bytes are no protobuf.</exception>
    public void AddTo(JsonObject json, in ProtobufReader reader)
    {
        switch (Marks)
        {
            case ['{', ..]:
                AddEntry(json.GetOrAddObject(Name), reader.Content);
                break;
            case ['[', ..]:
                GetList(json).Add(ReadItem(in reader));
                break;
            case ['(', ..] when Name.Length == 0:
                ProtobufMessages.Get(Type!).ReadInto(json, reader.Content);
                break;
            default:
                Set(json, ReadOne(in reader));
                break;
        }
    }

    // Null is what is not set.
    private void Set(JsonObject json, JsonNode? value)
    {
        if (value is not null)
        {
            json[Name] = value;
        }
    }

    private JsonNode? ReadOne(in ProtobufReader reader) => Marks switch
    {
        "#" => reader.Number,
        "#-" => reader.Number == 0 ? null : reader.Number,
        "?" => reader.Number != 0,
        "?-" => reader.Number == 0 ? null : true,
        "~" => ProtobufValues.ReadNumberOrText(reader.Content),
        "*" => ProtobufValues.ReadQuantity(reader.Content),
        "@" => ProtobufValues.FindTime(reader.Content),
        ['(', ..] => ReadMessage(reader.Content),
        LeftOut => null,
        _ => reader.Content.IsEmpty ? null : reader.Text,
    };

    private JsonNode ReadItem(in ProtobufReader reader) => Marks switch
    {
        "[]" => reader.Text,
        "[#]" => reader.Number,
        _ => ReadMessage(reader.Content),
    };

    private JsonObject ReadMessage(ReadOnlySpan<byte> content) => ProtobufMessages.Get(Type!).Read(content);

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
        var key = "";
        JsonNode value = Marks == "{[]}" ? new JsonArray() : "";
        var reader = new ProtobufReader(content);
        while (reader.Read())
        {
            if (reader.Field == Key)
            {
                key = reader.Text;
            }
            else if (reader.Field == Value)
            {
                value = ReadValue(in reader);
            }
        }

        map[key] = value;
    }

    private JsonNode ReadValue(in ProtobufReader reader) => Marks switch
    {
        "{b}" => Convert.ToBase64String(reader.Content),
        "{q}" => ProtobufValues.ReadQuantity(reader.Content),
        "{[]}" => ProtobufValues.ReadTexts(reader.Content),
        _ => reader.Text,
    };
}
