using System.Text.Json.Nodes;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of ConfigMaps and Secrets: keys, data in clear text, and objects that are immutable.</summary>
/// <param name="dataFields">The fields with data.</param>
internal sealed class ImmutableDataRules(params string[] dataFields) : KindRules
{
    private const string ClearText = "stringData";

    // What is written as text is kept as base64, and never read as text again.
    public override void SetDefaults(JsonObject value)
    {
        if (value[ClearText] is not JsonObject texts || dataFields.Contains("binaryData"))
        {
            return;
        }

        value.Remove(ClearText);
        foreach (var (key, text) in texts)
        {
            value.GetOrAddObject("data")[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text?.GetValue<string>() ?? ""));
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        old?.IsTrue("immutable") == true ? ValidateImmutable(value, old) : ValidateKeys(value);

    private IEnumerable<FieldError> ValidateImmutable(JsonObject value, JsonObject old)
    {
        const string Detail = "field is immutable when `immutable` is set";
        if (!value.IsTrue("immutable"))
        {
            yield return Forbidden("immutable", Detail);
        }

        foreach (var field in dataFields.Where(field => !JsonNode.DeepEquals(value[field], old[field])))
        {
            yield return Forbidden(field, Detail);
        }
    }

    private static IEnumerable<FieldError> ValidateKeys(JsonObject value)
    {
        var binary = value.FindObject("binaryData");
        foreach (var (key, _) in value.FindObject("data") ?? [])
        {
            if (!IsKey(key))
            {
                yield return Invalid($"data[{key}]", key, "a key consists of letters, digits, '-', '_' and '.'");
            }
            else if (binary?.ContainsKey(key) == true)
            {
                yield return Invalid($"data[{key}]", key, "duplicate of key present in binaryData");
            }
        }
    }

    private static bool IsKey(string key) => key is { Length: > 0 and <= 253 } and not ("." or "..")
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
