using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the names of <c>fieldsV1</c>, such as <c>f:spec</c> or <c>k:{"name":"web"}</c>.</summary>
internal static class FieldStepReader
{
    private const int PrefixLength = 2;

    /// <summary>Reads the name of a set that is valid.</summary>
    public static FieldStep Read(string text)
    {
        var rest = text[PrefixLength..];
        return text[0] switch
        {
            'f' => new FieldStep(rest, [], null, false),
            'k' => new FieldStep(null, ReadKeys(rest), null, false),
            'v' => new FieldStep(null, [], rest, false),
            _ => new FieldStep(null, [], rest, true),
        };
    }

    private static ValueList<KeyValuePair<string, string>> ReadKeys(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject()
            .Select(key => KeyValuePair.Create(key.Name, key.Value.GetRawText()))
            .ToValueList();
    }
}
