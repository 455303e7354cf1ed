using System.Buffers;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <summary>Scans a trigger annotation of the usual shape in one pass, without a document and without paths for errors.</summary>
/// <remarks>
/// <para>The plain form is <see cref="TriggerAnnotation.ParsePlainly"/>, which takes six times as long; most of the time of
/// evaluating a workload was in it. This one answers only where it is certain that the plain form has the same answer: for
/// ASCII, known names in their usual spelling, short escapes, and no errors at all. Everything else is left to the plain
/// form, which explains what is wrong.</para>
/// <para>Linear, and without recursion.</para>
/// </remarks>
internal ref partial struct TriggerAnnotationScanner
{
    /// <summary>The number of characters up to which no memory but that of the results is used.</summary>
    private const int MaxOnStack = 1024;

    private ReadOnlySpan<byte> _rest;

    /// <summary>The text of the last reference, which the next trigger often repeats, and what it was read as.</summary>
    private ReadOnlySpan<byte> _fromText;
    private ObjectFieldTriggerReference? _from;

    private TriggerAnnotationScanner(ReadOnlySpan<byte> text) => _rest = text;

    /// <summary>Tries to read an annotation; leaves it to the plain form when it is unusual or has an error.</summary>
    /// <param name="text">The text of the annotation.</param>
    /// <param name="triggers">The triggers, each on a field of its own.</param>
    public static bool TryRead(string text, out ValueList<ObjectFieldTrigger> triggers)
    {
        var ascii = text.Length <= MaxOnStack ? stackalloc byte[text.Length] : new byte[text.Length];
        triggers = default;
        return Ascii.FromUtf16(text, ascii, out _) == OperationStatus.Done && TryReadAscii(ascii, out triggers);
    }

    /// <summary>Tries to read an annotation from the JSON text of its object.</summary>
    /// <param name="raw">The text between the quotes of the JSON string.</param>
    /// <param name="isEscaped">True when it has escapes.</param>
    /// <param name="triggers">The triggers, each on a field of its own.</param>
    public static bool TryRead(ReadOnlySpan<byte> raw, bool isEscaped, out ValueList<ObjectFieldTrigger> triggers)
    {
        triggers = default;
        if (!Ascii.IsValid(raw))
        {
            return false;
        }

        if (!isEscaped)
        {
            return TryReadAscii(raw, out triggers);
        }

        var text = raw.Length <= MaxOnStack ? stackalloc byte[raw.Length] : new byte[raw.Length];
        return ShortEscapes.TryDecode(raw, text, out var length) && TryReadAscii(text[..length], out triggers);
    }

    private static bool TryReadAscii(ReadOnlySpan<byte> text, out ValueList<ObjectFieldTrigger> triggers)
    {
        var scanner = new TriggerAnnotationScanner(text);
        var found = new ObjectFieldTrigger[2];
        var isRead = scanner.TryReadList(ref found, out var count) && scanner.IsAtEnd() && TriggerTwins.Find(found.AsSpan(0, count)) is null;
        Array.Resize(ref found, count);
        triggers = isRead ? ValueList<ObjectFieldTrigger>.Own(found) : default;
        return isRead;
    }

    private bool TryReadList(ref ObjectFieldTrigger[] found, out int count)
    {
        count = 0;
        if (!TryTake('['))
        {
            return false;
        }

        do
        {
            if (!TryReadTrigger(out var trigger))
            {
                return false;
            }

            if (count == found.Length)
            {
                Array.Resize(ref found, 2 * count);
            }

            found[count++] = trigger;
        }
        while (TryTake(','));

        return TryTake(']');
    }

    private bool TryReadTrigger(out ObjectFieldTrigger trigger)
    {
        trigger = ObjectFieldTrigger.Default;
        var (from, fieldPath, paused) = (trigger.From, trigger.FieldPath, trigger.Paused);
        if (!TryTake('{'))
        {
            return false;
        }

        do
        {
            if (!TryReadName(out var name) || !TryReadField(name, ref from, ref fieldPath, ref paused))
            {
                return false;
            }
        }
        while (TryTake(','));

        trigger = new ObjectFieldTrigger { From = from, FieldPath = fieldPath, Paused = paused };
        return TryTake('}');
    }

    private bool TryReadField(
        ReadOnlySpan<byte> name, ref ObjectFieldTriggerReference from, ref string fieldPath, ref bool paused)
    {
        if (name.SequenceEqual("from"u8))
        {
            return TryReadFrom(ref from);
        }

        if (name.SequenceEqual("fieldPath"u8))
        {
            return TryReadText(ref fieldPath!);
        }

        paused = name.SequenceEqual("paused"u8) && TryTakeWord("true"u8);
        return paused || (name.SequenceEqual("paused"u8) && TryTakeWord("false"u8));
    }
}
