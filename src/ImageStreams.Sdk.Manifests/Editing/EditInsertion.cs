using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>An item that is inserted into a list.</summary>
/// <param name="Position">The index of the item before which it is put, in the list as it was.</param>
/// <param name="Value">The item.</param>
/// <param name="Request">The edit, for errors.</param>
internal readonly record struct EditInsertion(Index Position, JsonElement Value, EditRequest Request)
{
    /// <summary>Gets the position in a list of a length.</summary>
    /// <exception cref="ManifestEditException">The list is shorter.</exception>
    public int GetOffset(int count)
    {
        var offset = Position.GetOffset(count);
        return offset >= 0 && offset <= count ? offset : throw EditErrors.NotFound(Request);
    }
}
