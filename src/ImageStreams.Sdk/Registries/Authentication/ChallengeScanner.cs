using System.Text;

namespace ImageStreams.Registries;

/// <summary>Reads <c>WWW-Authenticate</c> headers: linear, capped, each method one production of RFC 9110, section
/// 11.</summary>
/// <remarks>Scanning ends at the first error; the challenges before it are used.</remarks>
internal ref struct ChallengeScanner
{
    private const int MaxLength = 8 << 10;
    private ReadOnlySpan<char> _rest;

    private ChallengeScanner(string header) => _rest = header.AsSpan(0, Math.Min(header.Length, MaxLength));

    /// <summary><c>1#challenge</c></summary>
    public static List<AuthenticationChallenge> Scan(string header)
    {
        var scanner = new ChallengeScanner(header);
        var challenges = new List<AuthenticationChallenge>();
        while (scanner.TryReadElement(challenges))
        {
        }

        return challenges;
    }

    /// <summary>Reads a scheme, which opens a challenge, or a parameter of the open challenge.</summary>
    private bool TryReadElement(List<AuthenticationChallenge> challenges)
    {
        _rest = _rest.TrimStart(" \t,");
        var name = ReadToken();
        if (name.IsEmpty)
        {
            return false;
        }

        if (TryReadEquals())
        {
            return challenges.Count > 0 && TryReadValue(out var value) && Add(challenges, name, value);
        }

        challenges.Add(new AuthenticationChallenge { Scheme = name.ToString() });
        SkipToken68();
        return true;
    }

    private static bool Add(List<AuthenticationChallenge> challenges, ReadOnlySpan<char> name, string value)
    {
        challenges[^1] = challenges[^1].With(name, value);
        return true;
    }

    private ReadOnlySpan<char> ReadToken()
    {
        var end = _rest.IndexOfAnyExcept(NameCharacters.HttpToken);
        var token = end < 0 ? _rest : _rest[..end];
        _rest = _rest[token.Length..];
        return token;
    }

    /// <summary><c>BWS "=" BWS</c></summary>
    private bool TryReadEquals()
    {
        var ahead = _rest.TrimStart(" \t");
        if (ahead.IsEmpty || ahead[0] != '=')
        {
            return false;
        }

        _rest = ahead[1..].TrimStart(" \t");
        return true;
    }

    /// <summary><c>token / quoted-string</c></summary>
    private bool TryReadValue(out string value)
    {
        if (_rest.StartsWith('"'))
        {
            return TryReadQuoted(out value);
        }

        value = ReadToken().ToString();
        return value.Length > 0;
    }

    /// <summary><c>DQUOTE *( qdtext / "\" any ) DQUOTE</c></summary>
    private bool TryReadQuoted(out string value)
    {
        var text = new StringBuilder();
        for (var i = 1; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
            {
                value = text.ToString();
                _rest = _rest[(i + 1)..];
                return true;
            }

            i += _rest[i] == '\\' && i + 1 < _rest.Length ? 1 : 0;
            text.Append(_rest[i]);
        }

        value = "";
        return false;
    }

    /// <summary>Skips the other form of a challenge, <c>scheme SP token68</c>, which no registry uses.</summary>
    private void SkipToken68()
    {
        var ahead = _rest.TrimStart(" \t");
        var end = ahead.IndexOf(',');
        var element = (end < 0 ? ahead : ahead[..end]).TrimEnd(" \t");
        var body = element.TrimEnd('=');
        if (!body.IsEmpty && body.IndexOfAny("= \t\"") < 0)
        {
            _rest = ahead[element.Length..];
        }
    }
}
