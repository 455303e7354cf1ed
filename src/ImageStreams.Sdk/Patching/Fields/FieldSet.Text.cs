using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Patching;

public sealed partial class FieldSet
{
    /// <summary>The maximum nesting of a text that is read.</summary>
    internal const int MaxDepth = 512;

    private const string Self = ".";

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    /// <summary>Reads the <c>fieldsV1</c> of an entry in <c>managedFields</c>.</summary>
    /// <param name="fieldsV1">The JSON; absent reads as empty.</param>
    /// <param name="set">The set; empty when the text is none.</param>
    /// <returns>True when it is an object of objects with the names of <c>fieldsV1</c>, at most 512 levels deep.</returns>
    public static bool TryParse(RawJson fieldsV1, out FieldSet set)
    {
        set = Empty;
        return fieldsV1.IsAbsent || TryParse(fieldsV1.Utf8, out set);
    }

    /// <summary>Reads the text of a stored set, which is valid and in canonical order, as far as its steps are asked for.</summary>
    internal static FieldSet FromStored(RawJson fieldsV1) =>
        fieldsV1.Utf8.Length <= "{}".Length ? Empty : FromText(fieldsV1.Bytes, hasSelf: false);

    /// <summary>Reads an object with at least one step, as far as its steps are asked for.</summary>
    /// <param name="text">The object.</param>
    /// <param name="hasSelf">True when it says that its own path is in the set.</param>
    internal static FieldSet FromText(ReadOnlyMemory<byte> text, bool hasSelf) => new(text, hasSelf);

    /// <summary>Returns the set as the <c>fieldsV1</c> of an entry in <c>managedFields</c>, in canonical order.</summary>
    public RawJson ToFieldsV1()
    {
        using var buffer = new BorrowedBuffer();
        Write(buffer);
        return RawJson.FromValid(buffer.Written);
    }

    /// <summary>Returns the set as <c>fieldsV1</c>, in canonical order.</summary>
    public override string ToString()
    {
        using var buffer = new BorrowedBuffer();
        Write(buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    private void Write(BorrowedBuffer buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        Write(writer, isMember: false);
    }

    private void Write(Utf8JsonWriter writer, bool isMember)
    {
        if (_entries is null && isMember == _hasSelf)
        {
            writer.WriteRawValue(_text.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (isMember && !IsEmpty)
        {
            writer.WriteStartObject(Self);
            writer.WriteEndObject();
        }

        foreach (var entry in Steps)
        {
            writer.WritePropertyName(entry.Element.ToFieldsV1());
            entry.Children.Write(writer, entry.IsMember);
        }

        writer.WriteEndObject();
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out FieldSet set)
    {
        set = Empty;
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(text), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return TryRead(document.RootElement, out set, out _);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <param name="json">The object.</param>
    /// <param name="set">The paths below it.</param>
    /// <param name="isMember">True when the path of the object itself is in the set.</param>
    private static bool TryRead(JsonElement json, out FieldSet set, out bool isMember)
    {
        (set, isMember) = (Empty, false);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var entries = new SortedDictionary<FieldElement, FieldSetEntry>();
        foreach (var member in json.EnumerateObject())
        {
            if (member.NameEquals(Self))
            {
                isMember = true;
            }
            else if (!TryReadEntry(member, entries))
            {
                return false;
            }
        }

        isMember |= entries.Count == 0;
        set = FromSorted([.. entries.Values]);
        return true;
    }

    private static bool TryReadEntry(JsonProperty member, SortedDictionary<FieldElement, FieldSetEntry> entries)
    {
        if (FieldElementText.Find(member.Name) is not { } element || !TryRead(member.Value, out var children, out var isMember))
        {
            return false;
        }

        entries[element] = new FieldSetEntry(element, isMember, children);
        return true;
    }
}
