using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Tells whose objects are: by the UIDs of their owners, since another object may have the name of one that is gone.</summary>
internal static class OwnedObjects
{
    /// <summary>Determines whether an object is controlled by another one.</summary>
    public static bool IsControlledBy(JsonObject value, JsonObject owner) =>
        FindController(value) is { } controller && controller.FindText("uid") == owner.FindText("metadata", "uid");

    /// <summary>Finds the reference to the controller of an object; null when it has none.</summary>
    public static JsonObject? FindController(JsonObject value) =>
        value.FindItems("metadata", "ownerReferences").FirstOrDefault(static owner => owner.IsTrue("controller"));

    /// <summary>Determines whether an object belongs to a former object of a name.</summary>
    /// <param name="value">The object.</param>
    /// <param name="kind">The kind of the owner.</param>
    /// <param name="name">The name of the owner.</param>
    /// <param name="uid">The UID of the owner that there is now; null when there is none.</param>
    public static bool IsLeftBehind(ClusterObject value, string kind, string name, string? uid)
    {
        var owners = value.Metadata.OwnerReferences.Where(owner => owner.Kind == kind && owner.Name == name).ToList();
        return owners.Count > 0 && owners.TrueForAll(owner => owner.Uid != uid);
    }

    /// <summary>Removes an object that is left behind; one that was changed meanwhile, too, unless it is another one.</summary>
    public static async Task RemoveAsync(IObjectStore<ClusterObject> objects, ClusterObject value, CancellationToken cancellationToken)
    {
        try
        {
            var same = new DeletePreconditions { Uid = value.Metadata.Uid };
            await objects.DeleteAsync(ObjectKey.FromObject(value), same, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason is StoreFailure.NotFound or StoreFailure.Conflict)
        {
            // It is gone.
        }
    }
}
