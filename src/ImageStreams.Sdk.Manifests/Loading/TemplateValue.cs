using System.Text;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>The value of a template's parameter; without a text it has none, and references to it stay.</summary>
internal sealed class TemplateValue(string? text)
{
    private readonly Lazy<bool> _isJson = new(() => IsJsonText(text));

    public string? Text { get; } = text;

    /// <summary>Gets a value indicating whether the text is JSON, so that <c>${{X}}</c> can stand for it.</summary>
    public bool IsJson => _isJson.Value;

    private static bool IsJsonText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 16 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
