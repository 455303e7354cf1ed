using System.Text;
using System.Text.Json;

namespace ImageStreams.Fuzz;

/// <summary>The texts and objects in the conformance cases and the recordings.</summary>
internal sealed class Corpus
{
    private const int MaxObjects = 128;
    private const int MaxObjectLength = 3 << 10;
    private const int MaxTextLength = 400;
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    private readonly Dictionary<string, List<byte[]>> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads the cases that travel in the program.</summary>
    public static Corpus Load()
    {
        var corpus = new Corpus();
        foreach (var name in typeof(Corpus).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(typeof(Corpus).Assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                corpus.AddLine(name, line);
            }
        }

        return corpus;
    }

    /// <summary>The objects of a kind.</summary>
    public byte[][] FindObjects(string kind) => _objects.TryGetValue(kind, out var objects) ? [.. objects] : [];

    /// <summary>The texts anywhere in the cases of some suites, or the lines of a file of seeds.</summary>
    public byte[][] FindTexts(params ReadOnlySpan<string> suites)
    {
        var texts = new List<byte[]>();
        foreach (var suite in suites)
        {
            texts.AddRange(_texts[suite].Select(Encoding.UTF8.GetBytes));
        }

        return [.. texts];
    }

    private void AddLine(string name, string line)
    {
        if (name.StartsWith("seeds-", StringComparison.Ordinal))
        {
            GetTexts(name).Add(line);
        }
        else
        {
            AddDocument(name, line);
        }
    }

    private void AddDocument(string suite, string text)
    {
        using var document = JsonDocument.Parse(text, Deep);
        Add(suite, document.RootElement);
    }

    private void Add(string suite, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                AddText(suite, GetText(element));
                break;
            case JsonValueKind.Array:
                element.EnumerateArray().ToList().ForEach(item => Add(suite, item));
                break;
            case JsonValueKind.Object:
                AddObject(suite, element);
                break;
            default:
                break;
        }
    }

    private void AddText(string suite, string text)
    {
        if (text.StartsWith('{') && IsJson(text))
        {
            AddDocument(suite, text);
        }

        if (text.Length is > 0 and <= MaxTextLength)
        {
            GetTexts(suite).Add(text);
        }
    }

    private void AddObject(string suite, JsonElement element)
    {
        if (element.TryGetProperty("metadata", out _)
            && element.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String)
        {
            var objects = _objects.TryGetValue(kind.GetString()!, out var known) ? known : _objects[kind.GetString()!] = [];
            var text = element.GetRawText();
            if (objects.Count < MaxObjects && text.Length <= MaxObjectLength)
            {
                objects.Add(Encoding.UTF8.GetBytes(text));
            }
        }

        foreach (var property in element.EnumerateObject())
        {
            Add(suite, property.Value);
        }
    }

    private HashSet<string> GetTexts(string suite) =>
        _texts.TryGetValue(suite, out var texts) ? texts : _texts[suite] = new(StringComparer.Ordinal);

    /// <summary>Returns a text; the empty one for half of a surrogate pair, which no string can hold.</summary>
    private static string GetText(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Deep);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
