using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Conformance.Suites;

/// <summary>JSON in, the same bytes as Go's out; and the fields that strict reading rejects.</summary>
internal sealed class WireSuite : ISuite
{
    /// <summary>Go drops unknown fields, nests 10,000 levels deep at most, and looks at no kind.</summary>
    private static readonly ImageStreamJsonOptions AsGo =
        new() { KeepUnknownFields = false, MaxDepth = 10_000, CheckKind = false };

    public string Name => "wire";

    public JsonComparison Comparison => JsonComparison.Exact;

    public JsonNode? Answer(string operation, JsonElement input)
    {
        var text = Encoding.UTF8.GetBytes(input.GetProperty("text").GetString()!);
        return input.GetProperty("kind").GetString() switch
        {
            "Image" => Answer<Image>(operation, text),
            "ImageSignature" => Answer<ImageSignature>(operation, text),
            "ImageStream" => Answer<ImageStream>(operation, text),
            "ImageStreamList" => Answer<ImageStreamList>(operation, text),
            "ImageStreamImage" => Answer<ImageStreamImage>(operation, text),
            "ImageStreamImport" => Answer<ImageStreamImport>(operation, text),
            "ImageStreamLayers" => Answer<ImageStreamLayers>(operation, text),
            "ImageStreamMapping" => Answer<ImageStreamMapping>(operation, text),
            "ImageStreamTag" => Answer<ImageStreamTag>(operation, text),
            "ImageStreamTagList" => Answer<ImageStreamTagList>(operation, text),
            "ImageTag" => Answer<ImageTag>(operation, text),
            "ImageTagList" => Answer<ImageTagList>(operation, text),
            "ImageList" => Answer<ImageList>(operation, text),
            var kind => throw new NotSupportedException($"no kind {kind}"),
        };
    }

    private static JsonObject Answer<T>(string operation, byte[] text)
        where T : class, IWireObject<T> => operation switch
    {
        "roundTrip" => RoundTrip<T>(text),
        "strict" => Strict<T>(text),
        _ => throw new NotSupportedException($"no operation {operation}"),
    };

    private static JsonObject RoundTrip<T>(byte[] text)
        where T : class, IWireObject<T>
    {
        try
        {
            return new JsonObject { ["text"] = ImageStreamJson.Serialize(ImageStreamJson.Deserialize<T>(text, AsGo)) };
        }
        catch (WireFormatException e)
        {
            return Errors.OfKind(e.Reason switch
            {
                WireFailure.Syntax or WireFailure.TooDeep => "syntax",
                WireFailure.Type => "type",
                WireFailure.Time => "time",
                WireFailure.Base64 => "base64",
                _ => e.Reason.ToString(),
            });
        }
    }

    private static JsonObject Strict<T>(byte[] text)
        where T : class, IWireObject<T>
    {
        var problems = ImageStreamJson.FindFieldProblems<T>(text, AsGo).Select(problem => (JsonNode)new JsonObject
        {
            ["kind"] = problem.Kind == FieldProblemKind.Unknown ? "unknownField" : "duplicateField",
        });
        return new JsonObject { ["strictErrors"] = new JsonArray([.. problems]) };
    }
}
