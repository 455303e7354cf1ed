using System.Text;
using System.Text.Json;

namespace ImageStreams.Patching;

/// <summary>Looks up a few fields in the text of a set, without reading all of it into memory.</summary>
/// <remarks>Linear in the length of the text; what it allocates depends on the fields alone.</remarks>
internal static class FieldSetProbe
{
    /// <summary>The number of steps at one level up to which their names are compared one by one.</summary>
    private const int MaxSteps = 16;

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = FieldSet.MaxDepth };

    /// <summary>Determines whether the fields are so few that a lookup is faster than to read the set.</summary>
    public static bool Suits(FieldSet wanted)
    {
        foreach (var entry in wanted.Entries)
        {
            if (!Suits(entry.Children))
            {
                return false;
            }
        }

        return wanted.Entries.Length <= MaxSteps;
    }

    /// <summary>Returns the wanted fields that a set has.</summary>
    /// <param name="fieldsV1">The text of the set, which is valid.</param>
    /// <param name="wanted">The fields, as many as <see cref="Suits"/>.</param>
    public static FieldSet Find(ReadOnlySpan<byte> fieldsV1, FieldSet wanted)
    {
        var reader = new Utf8JsonReader(fieldsV1, Deep);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            ? Find(ref reader, wanted, out _)
            : FieldSet.Empty;
    }

    /// <summary>Reads the object at the position of the reader, up to its end.</summary>
    private static FieldSet Find(ref Utf8JsonReader reader, FieldSet wanted, out bool isMember)
    {
        var names = GetNames(wanted);
        var found = new List<FieldSetEntry>();
        var isEmpty = true;
        isMember = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSelf = reader.ValueTextEquals("."u8);
            var index = isSelf ? -1 : FindName(ref reader, names);
            isMember |= isSelf;
            isEmpty &= isSelf;
            reader.Read();
            if (index < 0 || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var entry = wanted.Entries[index];
            var below = Find(ref reader, entry.Children, out var has);
            found.Add(new FieldSetEntry(entry.Element, has && entry.IsMember, below));
        }

        isMember |= isEmpty;
        return FieldSet.Create(found);
    }

    private static int FindName(ref Utf8JsonReader reader, byte[][] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static byte[][] GetNames(FieldSet wanted)
    {
        var names = new byte[wanted.Entries.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetBytes(wanted.Entries[i].Element.ToFieldsV1());
        }

        return names;
    }
}
