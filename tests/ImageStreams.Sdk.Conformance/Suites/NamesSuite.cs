using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.References;

namespace ImageStreams.Conformance.Suites;

/// <summary>The names of tags and images of streams.</summary>
public sealed class NamesSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "names";

    /// <inheritdoc/>
    public JsonComparison Comparison => JsonComparison.Exact;

    /// <inheritdoc/>
    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "parseImageStreamTagName" => Errors.Caught(() => Parsed(ImageStreamTagName.ParseLocalName(Text(input, "value")))),
        "parseImageStreamImageName" => Errors.Caught(() => Parsed(ImageStreamImageName.ParseLocalName(Text(input, "value")))),
        "splitImageStreamTag" => SplitTag(Text(input, "value")),
        "splitImageStreamImage" => SplitImage(Text(input, "value")),
        "joinImageStreamTag" => Value(ImageStreamTagName.Join(Text(input, "name"), Text(input, "tag"))),
        "joinImageStreamImage" => Value(ImageStreamImageName.Join(Text(input, "name"), Text(input, "id"))),
        "digestOrImageMatch" => Match(Text(input, "image"), Text(input, "imageID")),
        _ => throw new NotSupportedException(operation),
    };

    private static JsonObject Parsed(ImageStreamTagName name) => new() { ["name"] = name.Stream, ["tag"] = name.Tag };

    private static JsonObject Parsed(ImageStreamImageName name) => new() { ["name"] = name.Stream, ["id"] = name.Id };

    private static JsonObject SplitTag(string value)
    {
        var ok = ImageStreamTagName.TrySplit(value, out var stream, out var tag);
        return new JsonObject { ["name"] = stream, ["tag"] = tag, ["ok"] = ok };
    }

    private static JsonObject SplitImage(string value)
    {
        var ok = ImageStreamImageName.TrySplit(value, out var stream, out var id);
        return new JsonObject { ["name"] = stream, ["id"] = id, ["ok"] = ok };
    }

    private static JsonObject Match(string image, string id) => new() { ["match"] = ImageId.Matches(image, id) };

    private static JsonObject Value(string value) => new() { ["value"] = value };

    private static string Text(JsonElement value, string property) => value.GetProperty(property).GetString()!;
}
