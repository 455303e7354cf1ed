namespace ImageStreams.Fuzz;

/// <summary>Makes inputs: a seed with one to three edits.</summary>
/// <param name="seeds">The texts that are mutated.</param>
/// <param name="tokens">What is put in.</param>
internal sealed class Mutator(byte[][] seeds, TokenSet tokens)
{
    private const int MaxLength = 16 << 10;
    private const int MaxRun = 48;
    private readonly byte[] _buffer = new byte[MaxLength];
    private int _length;

    /// <summary>Makes an input, which is valid until the next one.</summary>
    public ReadOnlySpan<byte> Create(SplitMix random)
    {
        var seed = random.Pick(seeds);
        _length = Math.Min(seed.Length, MaxLength);
        seed[.._length].CopyTo(_buffer);
        for (var edits = 1 + random.Next(1 + random.Next(3)); edits > 0; edits--)
        {
            Mutate(ref random);
        }

        return _buffer.AsSpan(0, _length);
    }

    private void Mutate(ref SplitMix random)
    {
        var at = random.Next(_length + 1);
        var run = Math.Min(random.Next(MaxRun), _length - at);
        switch (random.Next(tokens.Values.Length > 0 ? 14 : 9))
        {
            case 0:
                FlipBit(ref random, at);
                break;
            case 1:
                Splice(at, Math.Min(1, run), [(byte)(' ' + random.Next(95))]);
                break;
            case 2:
                Splice(at, run, []);
                break;
            case 3:
                Splice(at, 0, random.Pick(tokens.Texts));
                break;
            case 4:
                Splice(at, run, random.Pick(tokens.Texts));
                break;
            case 5:
                Repeat(ref random, at, run);
                break;
            case 6:
                SpliceOther(ref random, at);
                break;
            case < 9:
                ReplaceText(ref random, at);
                break;
            default:
                ReplaceValue(ref random, at);
                break;
        }
    }

    private void FlipBit(ref SplitMix random, int at)
    {
        if (at < _length)
        {
            _buffer[at] ^= (byte)(1 << random.Next(8));
        }
    }

    /// <summary>Copies a run of the text to another place in it.</summary>
    private void Repeat(ref SplitMix random, int at, int run)
    {
        Span<byte> copy = stackalloc byte[MaxRun];
        _buffer.AsSpan(at, run).CopyTo(copy);
        Splice(random.Next(_length + 1), 0, copy[..run]);
    }

    private void SpliceOther(ref SplitMix random, int at)
    {
        var other = random.Pick(seeds);
        var start = random.Next(other.Length + 1);
        var length = Math.Min(random.Next(MaxRun), other.Length - start);
        Splice(at, length, other.Slice(start, length));
    }

    /// <summary>Replaces the text between the next two delimiters.</summary>
    private void ReplaceText(ref SplitMix random, int at)
    {
        var delimiters = "\",:{}[]/@;= \\"u8;
        var start = at + Math.Max(0, _buffer.AsSpan(at, _length - at).IndexOfAny(delimiters) + 1);
        var end = _buffer.AsSpan(start, _length - start).IndexOfAny(delimiters);
        Splice(start, end < 0 ? _length - start : end, random.Pick(tokens.Texts));
    }

    /// <summary>Replaces the next JSON value that is a text or a word by another value.</summary>
    private void ReplaceValue(ref SplitMix random, int at)
    {
        var start = at + _buffer.AsSpan(at, _length - at).IndexOf((byte)':') + 1;
        var rest = _buffer.AsSpan(start, _length - start);
        var end = rest.StartsWith("\""u8) ? rest[1..].IndexOf((byte)'"') + 2 : rest.IndexOfAny(",}]{["u8);
        if (start > at && end > 0)
        {
            Splice(start, end, random.Pick(tokens.Values));
        }
    }

    /// <summary>Replaces a part of the text; does nothing when the text would become too long.</summary>
    private void Splice(int at, int removed, ReadOnlySpan<byte> inserted)
    {
        removed = Math.Min(removed, _length - at);
        var rest = _length - at - removed;
        if (at + inserted.Length + rest > MaxLength)
        {
            return;
        }

        Array.Copy(_buffer, at + removed, _buffer, at + inserted.Length, rest);
        inserted.CopyTo(_buffer.AsSpan(at));
        _length = at + inserted.Length + rest;
    }
}
