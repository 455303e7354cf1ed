using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Serves the objects of one kind from a store that keeps them as JSON.</summary>
/// <remarks>All verbs, patches and the subresource <c>status</c>, with owners of fields, generations, finalizers and selectors, as an
/// API server answers them.</remarks>
internal sealed partial class StoredResource : ServedResource
{
    private readonly ObjectKind _kind;
    private readonly IObjectStore<ClusterObject> _objects;
    private readonly ClusterObjectReader _reader;
    private readonly ObjectErrors _errors;
    private readonly ObjectRequests _requests;
    private readonly ObjectStates _states;
    private readonly ObjectOwners _owners;
    private readonly INamespaces? _namespaces;

    /// <param name="kind">The kind.</param>
    /// <param name="objects">The store of its objects.</param>
    /// <param name="naming">Makes UIDs and generated names.</param>
    /// <param name="namespaces">The namespaces in which objects may be created; null for any.</param>
    /// <param name="timeProvider">The time provider.</param>
    public StoredResource(
        ObjectKind kind, IObjectStore<ClusterObject> objects, IObjectNaming naming, INamespaces? namespaces, TimeProvider timeProvider)
    {
        (_kind, _objects, _namespaces) = (kind, objects, namespaces);
        _reader = new ClusterObjectReader(_objects, kind.SelectableFields, timeProvider: timeProvider);
        _errors = new ObjectErrors(kind.Definition);
        _requests = new ObjectRequests(kind, _errors);
        _states = new ObjectStates(kind, _errors, naming, timeProvider);
        _owners = new ObjectOwners(kind.ActualSchema, timeProvider);
    }

    public override ResourceDefinition Definition => _kind.Definition;

    /// <summary>Decides on a write that is valid, before it is stored; null to store all of them.</summary>
    public ObjectAdmission? Admission { get; init; }

    /// <summary>Imagines an object that nobody has stored, by its name, so that it can be read and changed as if it were there; null for
    /// none.</summary>
    public Func<string, ClusterObject?>? Imagine { get; init; }

    /// <summary>Changes what is written before it is validated, such as by names that are resolved; null, the default, for no change.
    /// What it changes belongs to the writer.</summary>
    public ObjectMutation? Mutation { get; init; }

    /// <summary>The actions that answer the creation of subresources, by their names.</summary>
    public Dictionary<string, SubresourceAction> Actions { get; } = new(StringComparer.Ordinal);

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        await RequireVersionAsync(request, cancellationToken).ConfigureAwait(false);
        var found = await FindAsync(request, cancellationToken).ConfigureAwait(false);
        var value = found ?? throw _errors.NotFound(request.Name!);
        return IsScale(request) ? AnswerScale(value) : Answer(value);
    }

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        var list = await _reader.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false);
        return ToAnswer(list);
    }

    // A list waits for a version that others have seen already.
    private async Task RequireVersionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (request.ResourceVersion is not null and not "0")
        {
            var atLeast = new ListOptions { FieldSelector = $"metadata.name={request.Name}", ResourceVersion = request.ResourceVersion };
            await _reader.ListAsync(request.Namespace, atLeast, cancellationToken).ConfigureAwait(false);
        }
    }

    private ServedAnswer.Many ToAnswer(ClusterObjectList list) => new()
    {
        List = new ServedList
        {
            Metadata = list.Metadata,
            Items = [.. list.Items.Select(ObjectDocuments.ToServed)],
            NamesKinds = _kind.IsCustomResource,
        },
    };

    private static ServedAnswer Answer(ClusterObject value) => ServedAnswer.FromObject(ObjectDocuments.ToServed(value));

    private async ValueTask<ClusterObject?> FindAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        await _objects.FindAsync(Key(request), cancellationToken).ConfigureAwait(false) ?? Imagine?.Invoke(request.Name!);

    // One of a resource with several versions may have been written in another one.
    private JsonObject Read(ClusterObject current)
    {
        var document = ObjectDocuments.FromObject(current);
        (document["kind"], document["apiVersion"]) = (Definition.Kind, Definition.ApiVersion);
        return document;
    }

    private static ObjectKey Key(ResourceRequest request) => new(request.Namespace ?? "", request.Name!);

    private void Warn(ResourceRequest request)
    {
        if (_kind.Warning is { } warning)
        {
            request.Warn(warning);
        }
    }
}
