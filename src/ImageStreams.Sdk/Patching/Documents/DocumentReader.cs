using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Reads JSON into a tree as Go's decoder does: of a name that is there twice, the last value counts.</summary>
/// <remarks>Linear, without recursion; texts of more than 512 levels are refused.</remarks>
internal ref struct DocumentReader
{
    /// <summary>The maximum nesting of objects and arrays.</summary>
    public const int MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth;

    /// <summary>The maximum number of duplicates that are noted, as in the Kubernetes serializer.</summary>
    private const int MaxDuplicates = 100;

    /// <summary>The number of characters in the paths of duplicates after which no more are noted.</summary>
    private const int MaxDuplicatesLength = 100_000;

    private readonly List<DocumentLevel> _levels = [];
    private readonly List<string> _duplicates = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(JsonNode Container, string Name)> _examined = [];
    private JsonScanner _json;
    private JsonNode? _root;
    private int _duplicatesLength;

    private DocumentReader(ReadOnlySpan<byte> text) => _json = new JsonScanner(text, MaxDepth);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as UTF-8.</param>
    /// <param name="prefix">The start of the message when the text is not JSON.</param>
    /// <exception cref="PatchException">The text is not JSON, or nests too deeply.</exception>
    public static ParsedDocument Read(ReadOnlySpan<byte> text, string prefix = "")
    {
        var reader = new DocumentReader(text);
        try
        {
            reader.ReadAll();
        }
        catch (JsonException e) when (reader._json.Error is { } error)
        {
            throw PatchRefusals.BadRequest(prefix + GoSyntaxTexts.Describe(text, error), e);
        }

        return new ParsedDocument(reader._root, reader._duplicates.ToValueList());
    }

    private void ReadAll()
    {
        while (_json.Read())
        {
            switch (_json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Enter(GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped));
                    break;
                case JsonTokenType.StartObject:
                    Open(new JsonObject());
                    break;
                case JsonTokenType.StartArray:
                    Open(new JsonArray());
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _levels.RemoveAt(_levels.Count - 1);
                    break;
                default:
                    Add(ReadValue());
                    break;
            }
        }
    }

    private readonly JsonValue? ReadValue() => _json.TokenType switch
    {
        JsonTokenType.String => JsonValue.Create(GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number when _json.TryGetInt64(out var number) => JsonValue.Create(number),
        JsonTokenType.Number => JsonNode.Parse(_json.ValueSpan)!.AsValue(),
        _ => null,
    };

    private void Enter(string name)
    {
        var level = _levels[^1];
        level.Name = name;
        if (((JsonObject)level.Container).ContainsKey(name) && CanNote && _examined.Add((level.Container, name)))
        {
            Note(DocumentLevel.DescribePath(_levels));
        }
    }

    // Paths may be as long as the text, and there may be as many duplicates.
    private readonly bool CanNote =>
        _duplicates.Count < MaxDuplicates && _duplicatesLength < MaxDuplicatesLength;

    private void Note(string path)
    {
        _duplicatesLength += path.Length;
        if (_seen.Add(path))
        {
            _duplicates.Add(path);
        }
    }

    private void Open(JsonNode container)
    {
        Add(container);
        _levels.Add(new DocumentLevel(container));
    }

    private void Add(JsonNode? value)
    {
        if (_levels.Count == 0)
        {
            _root = value;
            return;
        }

        _levels[^1].Add(value);
    }
}
