using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ImageStreams.Tests.Recordings;

/// <summary>Turns the YAML that recorded clients sent into JSON, as the HTTP server does; JSON stays as it is.</summary>
internal static class YamlBodies
{
    /// <summary>The JSON of the first document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="warn">Called for each name that a map has twice; the last value counts.</param>
    public static string ToJson(string text, Action<string> warn)
    {
        if (text.Length == 0 || text == "null" || JsonBody.TryParse(text, out _))
        {
            return text;
        }

        return (TryLoad(text, out var root) ? Convert(root) : ReadEvents(text, warn))?.ToJsonString() ?? "null";
    }

    /// <summary>Loads a text with its anchors; false when a map has a name twice.</summary>
    private static bool TryLoad(string text, [NotNullWhen(true)] out YamlNode? root)
    {
        var yaml = new YamlStream();
        root = null;
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e) when (e.Message.Contains("Duplicate key", StringComparison.Ordinal))
        {
            return false;
        }

        root = yaml.Documents[0].RootNode;
        return true;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(pair => KeyValuePair.Create(Convert(pair.Key)!.ToString(), Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => ConvertPlain(plain.Value!),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new NotSupportedException(node.ToString()),
    };

    private static JsonNode? ReadEvents(string text, Action<string> warn)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Read(parser, warn);
    }

    private static JsonNode? Read(Parser parser, Action<string> warn)
    {
        if (parser.TryConsume<MappingStart>(out _))
        {
            return ReadMap(parser, warn);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            return ReadList(parser, warn);
        }

        var scalar = parser.Consume<Scalar>();
        return scalar.Style == ScalarStyle.Plain ? ConvertPlain(scalar.Value) : JsonValue.Create(scalar.Value);
    }

    private static JsonObject ReadMap(Parser parser, Action<string> warn)
    {
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (map.ContainsKey(key.Value))
            {
                warn(string.Create(CultureInfo.InvariantCulture, $"line {key.Start.Line}: key \"{key.Value}\" already set in map"));
            }

            map[key.Value] = Read(parser, warn);
        }

        return map;
    }

    private static JsonArray ReadList(Parser parser, Action<string> warn)
    {
        var list = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Read(parser, warn));
        }

        return list;
    }

    private static JsonValue? ConvertPlain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" or "yes" or "on" or "y" => JsonValue.Create(true),
        "false" or "no" or "off" or "n" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
