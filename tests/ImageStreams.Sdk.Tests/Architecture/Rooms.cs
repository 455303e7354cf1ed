namespace ImageStreams.Tests.Architecture;

/// <summary>The rooms of the core, which are its top folders, and the order that they keep.</summary>
internal static class Rooms
{
    /// <summary>The rooms in order: a room uses the rooms before it, never those after it.</summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        "Internal",             // small general tools
        "Collections",          // immutable collections that compare by content
        "Diagnostics",          // the names of activities, metrics and their attributes
        "References",           // names, digests, pull specs and tag priority
        "Serialization",        // the JSON of the API; it knows nothing of the records that it reads and writes
        "Schemas",              // the structure of API objects, for patches, owners of fields and OpenAPI
        "Model",                // streams, images, imports and metadata
        "Patching",             // patches of API objects, and the owners of their fields
        "Builds",               // builds and build configurations
        "Workloads",            // objects that run pods
        "Validation",           // field errors, as the API server reports them
        "Resolution",           // the image that a tag leads to, and the pull spec to use
        "Policies",             // the tag that a rule chooses among those of a repository
        "Lifecycle",            // the changes of a stream
        "Graphs",               // all tags, builds and workloads at once
        "Triggers",             // the builds and workloads that must react
        "Registries",           // the registry client
        "Signatures",           // the signatures of images, and the policies that ask for them
        "Importing",            // images, from the registry to the stream
        "Workspaces",           // the objects of a folder, a store or a cluster, and all answers about them
        "Storage",              // the store of objects
        "Clients",              // the image API and the embedded engine
        "Controllers",          // imports and triggers, kept going
        "DependencyInjection",  // AddImageStreams
    ];

    /// <summary>The intended uses of a later room, each with its reason.</summary>
    public static IReadOnlyList<AllowedUse> AllowedUses { get; } =
    [
        new("Collections", "Serialization", ["GoEscapes", "ImageStreamJsonOptions", "JsonSyntax"], "RawJson is JSON: it checks that, and compares as it is written."),
        new("Serialization", "Model", ["Timestamp"], "Timestamp is a scalar of the wire, and is read and written with the others."),
    ];

    /// <summary>Finds out whether a room may use a type of another one.</summary>
    public static bool MayUse(string room, string other, string type) =>
        Position(other) <= Position(room)
        || AllowedUses.Any(use => use.From == room && use.To == other && use.Types.Contains(type));

    private static int Position(string room) => Order.TakeWhile(known => known != room).Count();
}
