using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>Another form of the objects of a kind, in which a second group or version serves them.</summary>
internal abstract class ObjectForm
{
    /// <summary>The resource that keeps the objects, with its group.</summary>
    public abstract string StoredAs { get; }

    /// <summary>The kind of the stored objects.</summary>
    public abstract string StoredKind { get; }

    /// <summary>The <c>apiVersion</c> of the stored objects.</summary>
    public abstract string StoredVersion { get; }

    /// <summary>Creates an object of this form from a stored one.</summary>
    public abstract JsonObject FromStored(JsonObject stored);

    /// <summary>Creates the object to store from one of this form, without its kind and version.</summary>
    public abstract JsonObject ToStored(JsonObject value);
}
