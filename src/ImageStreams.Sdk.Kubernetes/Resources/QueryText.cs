using System.Globalization;
using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>Writes the query of a path.</summary>
internal sealed class QueryText(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>Adds a parameter; null and empty values are left out.</summary>
    public QueryText Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    /// <summary>Adds a number; 0 is left out.</summary>
    public QueryText Add(string name, long value) =>
        Add(name, value == 0 ? null : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a truth.</summary>
    public QueryText Add(string name, bool value) => Add(name, value ? "true" : "false");

    public override string ToString() => _text.ToString();
}
