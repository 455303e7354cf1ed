namespace ImageStreams.Registries;

/// <summary>Reads <c>Link</c> headers: linear, capped, each method one production of RFC 8288, section 3.</summary>
internal ref struct LinkScanner
{
    private const int MaxLength = 8 << 10;
    private ReadOnlySpan<char> _rest;

    private LinkScanner(ReadOnlySpan<char> header) => _rest = header;

    /// <summary>Returns the target of the link whose relation is <c>next</c>.</summary>
    public static string? FindNext(string header, out bool malformed)
    {
        malformed = header.Length > MaxLength;
        var scanner = new LinkScanner(header);
        while (!malformed && scanner.SkipToLink())
        {
            malformed = !scanner.TryReadLink(out var target, out var isNext);
            if (isNext && !malformed)
            {
                return target.ToString();
            }
        }

        return null;
    }

    private bool SkipToLink()
    {
        _rest = _rest.TrimStart(" \t,");
        return !_rest.IsEmpty;
    }

    /// <summary><c>"&lt;" URI-Reference "&gt;" *( OWS ";" OWS link-param )</c></summary>
    private bool TryReadLink(out ReadOnlySpan<char> target, out bool isNext)
    {
        target = default;
        isNext = false;
        var end = _rest.IndexOf('>');
        if (_rest[0] != '<' || end < 0)
        {
            return false;
        }

        target = _rest[1..end];
        _rest = _rest[(end + 1)..];
        while (TryReadSemicolon())
        {
            if (!TryReadParameter(out var isRelationNext))
            {
                return false;
            }

            isNext |= isRelationNext;
        }

        return _rest.IsEmpty || _rest[0] == ',';
    }

    private bool TryReadSemicolon()
    {
        _rest = _rest.TrimStart(" \t");
        if (!_rest.StartsWith(';'))
        {
            return false;
        }

        _rest = _rest[1..].TrimStart(" \t");
        return true;
    }

    /// <summary><c>token BWS [ "=" BWS ( token / quoted-string ) ]</c></summary>
    private bool TryReadParameter(out bool isRelationNext)
    {
        isRelationNext = false;
        var name = ReadToken();
        _rest = _rest.TrimStart(" \t");
        if (name.IsEmpty || !_rest.StartsWith('='))
        {
            return !name.IsEmpty;
        }

        _rest = _rest[1..].TrimStart(" \t");
        var read = _rest.StartsWith('"') ? TryReadQuoted(out var value) : TryReadValue(out value);
        isRelationNext = name.Equals("rel", StringComparison.OrdinalIgnoreCase) && HasNext(value);
        return read;
    }

    private bool TryReadQuoted(out ReadOnlySpan<char> value)
    {
        value = default;
        var end = _rest[1..].IndexOf('"');
        if (end < 0)
        {
            return false;
        }

        value = _rest.Slice(1, end);
        _rest = _rest[(end + 2)..];
        return true;
    }

    private bool TryReadValue(out ReadOnlySpan<char> value)
    {
        value = ReadToken();
        return !value.IsEmpty;
    }

    private ReadOnlySpan<char> ReadToken()
    {
        var end = _rest.IndexOfAnyExcept(NameCharacters.HttpToken);
        var token = end < 0 ? _rest : _rest[..end];
        _rest = _rest[token.Length..];
        return token;
    }

    /// <summary>Determines whether a list of relation types, separated by spaces, has the type <c>next</c>.</summary>
    private static bool HasNext(ReadOnlySpan<char> relations)
    {
        foreach (var relation in relations.Split(' '))
        {
            if (relations[relation].Equals("next", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
