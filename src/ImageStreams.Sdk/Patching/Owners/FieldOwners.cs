using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Keeps the owners of an object's fields, <c>metadata.managedFields</c>, as the API server does.</summary>
/// <remarks>
/// <para>Each write names a manager. Creates, updates and patches (<see cref="Update"/>) give it the fields that they set to another
/// value; server-side apply (<see cref="Apply"/>) gives it the fields that it sends, and asks the other owners of those that it
/// changes.</para>
/// <para>Pure: the objects stay as they are. Linear in the sizes of the objects and entries. Safe to use from several
/// threads.</para>
/// </remarks>
public static partial class FieldOwners
{
    /// <summary>The operation of entries of server-side apply.</summary>
    public const string ApplyOperation = "Apply";

    /// <summary>The operation of entries of all other writes.</summary>
    public const string UpdateOperation = "Update";

    /// <summary>The manager of the fields of an object without owners when it is applied for the first time.</summary>
    public const string BeforeFirstApply = "before-first-apply";

    /// <summary>The maximum length of a manager's name, in bytes of UTF-8.</summary>
    public const int MaxManagerLength = 128;

    internal const string UnknownManager = "unknown";
    internal const string FieldsType = "FieldsV1";

    /// <summary>Determines whether the name of a manager may have a character: one that can be printed.</summary>
    /// <param name="character">The character.</param>
    /// <returns>False for control characters, for blanks other than the space, and for characters that are not assigned.</returns>
    public static bool IsManagerCharacter(Rune character) => character.Value == ' ' || Rune.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    /// <summary>Returns the owners after a create, an update or a patch.</summary>
    /// <remarks>
    /// The writer owns the fields that are new or have another value, and the other owners lose them; fields that are gone belong to
    /// nobody. An existing object without owners stays without. At most 10 managers of updates are kept: the oldest become one,
    /// <c>ancient-changes</c>.
    /// </remarks>
    /// <param name="live">The object as it is; null when it is created.</param>
    /// <param name="next">The object as it was sent, with defaults.</param>
    /// <param name="entries">The owners so far; see <see cref="Choose"/>. Read as none when one is not valid.</param>
    /// <param name="writer">The writer.</param>
    /// <param name="now">The time.</param>
    /// <param name="schema">The structure of the object.</param>
    /// <returns>The entries, appliers first, then by time and by name.</returns>
    public static ValueList<ManagedFieldsEntry> Update(
        JsonObject? live,
        JsonObject next,
        ValueList<ManagedFieldsEntry> entries,
        FieldWriter writer,
        Timestamp now,
        ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(schema);

        var owners = OwnerList.Read(entries);
        if (live is not null && owners.IsEmpty)
        {
            return [];
        }

        FieldUpdate.Run(owners, live ?? ZeroObjects.Create(schema.Root), next, writer, now, schema);
        return owners.ToEntries();
    }

    /// <summary>Merges an applied object into the live one.</summary>
    /// <param name="live">The object as it is; null when it is to be created.</param>
    /// <param name="applied">The object as it was sent: the fields that the applier wants, all of them.</param>
    /// <param name="entries">The owners of the live object's fields. Read as none when one is not valid.</param>
    /// <param name="writer">The applier.</param>
    /// <param name="force">True to take the fields of conflicts over.</param>
    /// <param name="now">The time.</param>
    /// <param name="schema">The structure of the object.</param>
    /// <returns>The merged object, the conflicts, or what is wrong with the applied object.</returns>
    public static ApplyOutcome Apply(
        JsonObject? live,
        JsonObject applied,
        ValueList<ManagedFieldsEntry> entries,
        FieldWriter writer,
        bool force,
        Timestamp now,
        ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(schema);

        var errors = TypedValues.FindErrors(schema.Root, applied);
        return errors.Count == 0
            ? new FieldApply(live, applied, writer, now, schema).Run(entries, force)
            : new ApplyOutcome.Rejected { Message = ApplyTexts.NotTyped(applied, schema, errors) };
    }

    /// <summary>Chooses the owners that an update starts from: those of the request where it sends valid ones, else those of the
    /// live object.</summary>
    /// <param name="live">The entries of the live object.</param>
    /// <param name="requested">The entries of the request; a list that is sent empty, or with one empty entry, asks for no
    /// owners.</param>
    /// <param name="writer">The writer; a write of a subresource cannot change the entries itself.</param>
    /// <returns>The entries; those of the request in canonical form.</returns>
    public static ValueList<ManagedFieldsEntry> Choose(
        ValueList<ManagedFieldsEntry> live, ValueList<ManagedFieldsEntry> requested, FieldWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);

        if (writer.Subresource.Length > 0)
        {
            return live;
        }

        if (IsReset(requested))
        {
            return [];
        }

        return requested.IsEmpty || SameEntries.AreSame(requested, live) ? live : ReadRequested(live, requested);
    }

    // The texts of the live entries may be written with other escapes, and mean the same.
    private static ValueList<ManagedFieldsEntry> ReadRequested(
        ValueList<ManagedFieldsEntry> live, ValueList<ManagedFieldsEntry> requested)
    {
        var entries = OwnerList.Find(requested)?.ToCanonicalEntries();
        return entries is null || entries == OwnerList.Find(live)?.ToCanonicalEntries() ? live : entries.Value;
    }

    /// <summary>Determines whether entries of a request ask for no owners: an empty list that was sent, or one empty
    /// entry.</summary>
    /// <param name="requested">The entries; a list that is null was not sent.</param>
    public static bool IsReset(ValueList<ManagedFieldsEntry> requested) =>
        requested is [var only] ? only == new ManagedFieldsEntry() : requested.IsEmpty && !requested.IsNull;
}
