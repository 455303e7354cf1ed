using System.Text;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Collects the warnings of an answer, and writes them as <c>Warning</c> headers.</summary>
internal sealed class WarningHeaders
{
    private const int MaxCharacters = 4096;

    private List<string>? _warnings;
    private int _length;

    /// <summary>Adds a warning, unless it was there before or there are too many.</summary>
    public void Add(string warning)
    {
        _warnings ??= [];
        if (_length + warning.Length <= MaxCharacters && !_warnings.Contains(warning))
        {
            _warnings.Add(warning);
            _length += warning.Length;
        }
    }

    public void WriteTo(HttpResponse response)
    {
        if (_warnings is not null)
        {
            response.Headers.Warning = _warnings.Select(ToHeader).ToArray();
        }
    }

    private static string ToHeader(string warning)
    {
        var text = new StringBuilder("299 - \"");
        foreach (var character in warning)
        {
            _ = character is '"' or '\\' ? text.Append('\\') : text;
            text.Append(character is >= ' ' and <= '~' ? character : '?');
        }

        return text.Append('"').ToString();
    }
}
