using System.Buffers;
using System.Text;

namespace ImageStreams.Workloads;

/// <content>References and tokens.</content>
internal ref partial struct TriggerAnnotationScanner
{
    /// <summary>The end of a JSON string, an escape in it, and the characters that it must not have.</summary>
    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private bool TryReadFrom(ref ObjectFieldTriggerReference from)
    {
        SkipSpace();
        var isFirst = ReferenceEquals(from, ObjectFieldTriggerReference.Default);
        if (isFirst && _from is { } last && _rest.StartsWith(_fromText))
        {
            from = last;
            _rest = _rest[_fromText.Length..];
            return true;
        }

        var text = _rest;
        if (!isFirst || !TryReadReference(out from))
        {
            return false;
        }

        _from = from;
        _fromText = text[..^_rest.Length];
        return true;
    }

    private bool TryReadReference(out ObjectFieldTriggerReference reference)
    {
        reference = ObjectFieldTriggerReference.Default;
        var (kind, name, ns, apiVersion) = (reference.Kind, reference.Name, reference.Namespace, reference.ApiVersion);
        if (!TryTake('{'))
        {
            return false;
        }

        do
        {
            var isRead = TryReadName(out var field) && field switch
            {
                _ when field.SequenceEqual("kind"u8) => TryReadText(ref kind!),
                _ when field.SequenceEqual("name"u8) => TryReadText(ref name!),
                _ when field.SequenceEqual("namespace"u8) => TryReadText(ref ns),
                _ => field.SequenceEqual("apiVersion"u8) && TryReadText(ref apiVersion),
            };
            if (!isRead)
            {
                return false;
            }
        }
        while (TryTake(','));

        reference = new ObjectFieldTriggerReference { Kind = kind, Name = name, Namespace = ns, ApiVersion = apiVersion };
        return TryTake('}');
    }

    private bool TryReadName(out ReadOnlySpan<byte> name) => TryReadString(out name, out var isEscaped) && !isEscaped && TryTake(':');

    private bool TryReadText(ref string? text)
    {
        if (!TryReadString(out var raw, out var isEscaped))
        {
            return false;
        }

        if (!isEscaped)
        {
            text = raw.SequenceEqual("ImageStreamTag"u8) ? ReferenceKinds.ImageStreamTag : Encoding.ASCII.GetString(raw);
            return true;
        }

        var decoded = raw.Length <= MaxOnStack ? stackalloc byte[raw.Length] : new byte[raw.Length];
        var isDecoded = ShortEscapes.TryDecode(raw, decoded, out var length);
        text = isDecoded ? Encoding.ASCII.GetString(decoded[..length]) : text;
        return isDecoded;
    }

    /// <summary>Takes a string, and gives the text between its quotes.</summary>
    private bool TryReadString(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        raw = default;
        isEscaped = false;
        if (!TryTake('"'))
        {
            return false;
        }

        var end = _rest.IndexOfAny(NotPlain);
        while (end >= 0 && _rest[end] == '\\' && end + 2 <= _rest.Length)
        {
            isEscaped = true;
            var next = _rest[(end + 2)..].IndexOfAny(NotPlain);
            end = next < 0 ? next : end + 2 + next;
        }

        if (end < 0 || _rest[end] != '"')
        {
            return false;
        }

        raw = _rest[..end];
        _rest = _rest[(end + 1)..];
        return true;
    }

    private bool TryTakeWord(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        var isThere = _rest.StartsWith(word);
        _rest = isThere ? _rest[word.Length..] : _rest;
        return isThere;
    }

    private bool TryTake(char token)
    {
        SkipSpace();
        if (_rest.IsEmpty || _rest[0] != token)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    private bool IsAtEnd()
    {
        SkipSpace();
        return _rest.IsEmpty;
    }

    private void SkipSpace()
    {
        while (!_rest.IsEmpty && _rest[0] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _rest = _rest[1..];
        }
    }
}
