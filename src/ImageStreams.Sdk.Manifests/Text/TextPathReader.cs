using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Reads the steps of a path such as <c>spec.tags[0].from</c> or <c>metadata.annotations['a.b/c']</c>, as the core writes
/// paths; a <c>$</c> at the start is allowed. In quotes a backslash before a quote escapes it, or is doubled to be one.</summary>
internal struct TextPathReader
{
    private readonly string _path;
    private int _at;

    public TextPathReader(string path)
    {
        _path = path;
        _at = path.StartsWith('$') ? 1 : 0;
    }

    /// <summary>The step that was read.</summary>
    public TextPathStep Current { get; private set; }

    /// <summary>The part of the path that has not been read.</summary>
    public readonly string Rest => _path[Math.Min(_at, _path.Length)..];

    /// <summary>Reads the next step; false at the end, or where the path is no path.</summary>
    public bool MoveNext()
    {
        if (_at >= _path.Length)
        {
            return false;
        }

        return _path[_at] == '[' ? ReadBracket() : ReadName();
    }

    private bool ReadName()
    {
        _at += _path[_at] == '.' ? 1 : 0;
        var length = _path.AsSpan(_at).IndexOfAny('.', '[');
        var end = length < 0 ? _path.Length : _at + length;
        Current = new TextPathStep(_path[_at..end], -1);
        _at = end;
        return true;
    }

    private bool ReadBracket()
    {
        if (_at + 1 < _path.Length && _path[_at + 1] is '\'' or '"')
        {
            return ReadQuoted(_path[_at + 1]);
        }

        var end = _path.IndexOf(']', _at);
        var digits = end < 0 ? default : _path.AsSpan(_at + 1, end - _at - 1);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        Current = new TextPathStep(null, index);
        _at = end + 1;
        return true;
    }

    private bool ReadQuoted(char quote)
    {
        var key = new StringBuilder();
        for (var at = _at + 2; at < _path.Length; at++)
        {
            var slashes = CountBackslashes(at);
            at += slashes;
            if (at >= _path.Length)
            {
                return false;
            }

            var isQuote = _path[at] == quote;
            key.Append('\\', isQuote ? slashes / 2 : slashes);
            if (isQuote && slashes % 2 == 0)
            {
                return End(key.ToString(), at + 1);
            }

            key.Append(_path[at]);
        }

        return false;
    }

    private bool End(string key, int bracket)
    {
        if (bracket >= _path.Length || _path[bracket] != ']')
        {
            return false;
        }

        Current = new TextPathStep(key, -1);
        _at = bracket + 1;
        return true;
    }

    private readonly int CountBackslashes(int at)
    {
        var count = _path.AsSpan(at).IndexOfAnyExcept('\\');
        return count < 0 ? _path.Length - at : count;
    }
}
