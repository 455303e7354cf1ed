using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Roles or bindings of a policy, as Kubernetes serves them.</summary>
/// <remarks>They are kept in memory: what must outlast the process is set by code or configuration.</remarks>
internal abstract class RbacResource(ResourceDefinition definition, RbacPolicy policy, RbacFacts facts) : ServedResource
{
    private readonly Lock _lock = new();

    public sealed override ResourceDefinition Definition => definition;

    protected RbacPolicy Policy => policy;

    /// <summary>Creates the resources of a policy.</summary>
    public static IEnumerable<ServedResource> CreateAll(RbacPolicy policy, TimeProvider timeProvider)
    {
        var facts = new RbacFacts(timeProvider);
        return
        [
            new RbacBindingResource(RbacDefinitions.ClusterRoleBindings, policy, facts),
            new RbacRoleResource(RbacDefinitions.ClusterRoles, policy, facts),
            new RbacBindingResource(RbacDefinitions.RoleBindings, policy, facts),
            new RbacRoleResource(RbacDefinitions.Roles, policy, facts),
        ];
    }

    public sealed override ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name) = (request.Namespace ?? "", request.Name!);
        return ValueTask.FromResult(ServedAnswer.FromObject(Serve(ns, name, Require(ns, name))));
    }

    public sealed override ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ServedAnswer>(ToAnswer(Select(request)));

    public sealed override ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name, body) = Read(request);
        lock (_lock)
        {
            if (Find(ns, name) is not null)
            {
                throw NamespaceErrors.AlreadyExists(definition, name);
            }

            return ValueTask.FromResult(ServedAnswer.FromCreated(Store(request, ns, name, body)));
        }
    }

    public sealed override ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name, body) = Read(request);
        lock (_lock)
        {
            Require(ns, name);
            facts.RequireVersion(definition, ns, name, body);
            return ValueTask.FromResult(ServedAnswer.FromObject(Store(request, ns, name, body)));
        }
    }

    public sealed override ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var (ns, name) = (request.Namespace ?? "", request.Name!);
        Require(ns, name);
        var uid = request.Delete.DryRun ? null : Remove(ns, name);
        return ValueTask.FromResult(Outcomes.Deleted(definition, new ObjectMeta { Name = name, Uid = uid }));
    }

    public sealed override ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var selected = Select(request);
        var answer = ToAnswer(selected);
        foreach (var (ns, name, _) in request.Delete.DryRun ? [] : selected)
        {
            Remove(ns, name);
        }

        return ValueTask.FromResult<ServedAnswer>(answer);
    }

    /// <summary>Writes all that there are, beside their metadata.</summary>
    protected abstract IEnumerable<(string Namespace, string Name, JsonObject Json)> List();

    /// <summary>Writes one beside its metadata; null when there is none.</summary>
    protected abstract JsonObject? Find(string ns, string name);

    /// <summary>Reads one, checks that the one who asks may give these rights, and sets it unless nothing is to be stored.</summary>
    protected abstract JsonObject Set(ApiAccess access, JsonObject body, bool isDryRun);

    /// <summary>Removes one from the policy.</summary>
    protected abstract void RemoveFromPolicy(string ns, string name);

    private string Remove(string ns, string name)
    {
        RemoveFromPolicy(ns, name);
        return facts.Remove(definition.Kind, ns, name);
    }

    private JsonObject Require(string ns, string name) => Find(ns, name) ?? throw ServedErrors.NotFound(definition, name);

    private (string Namespace, string Name, JsonObject Body) Read(ResourceRequest request)
    {
        var body = ReviewBody.Read(request.Body, definition);
        var metadata = ReviewBody.FindObject(body, "metadata");
        var name = request.Name ?? (metadata is null ? "" : ReviewBody.FindText(metadata, "name"));
        return name.Length > 0 ? (request.Namespace ?? "", name, body) : throw AccessErrors.BadRequest("metadata.name must be set");
    }

    private ServedObject Store(ResourceRequest request, string ns, string name, JsonObject body)
    {
        var access = new ApiAccess
        {
            User = request.User,
            Verb = request.Verb,
            Group = definition.Group,
            Resource = definition.Plural,
            Namespace = ns,
            Name = name,
        };
        var json = Set(access, body, request.Write.DryRun);
        if (!request.Write.DryRun)
        {
            facts.Touch(definition.Kind, ns, name);
        }

        return Serve(ns, name, json, !request.Write.DryRun);
    }

    private List<(string Namespace, string Name, JsonObject Json)> Select(ResourceRequest request)
    {
        var selection = new RbacSelection(request);
        return [.. List().Where(one => selection.Matches(one.Namespace, one.Name))];
    }

    private ServedAnswer.Many ToAnswer(List<(string Namespace, string Name, JsonObject Json)> objects) => new()
    {
        List = new ServedList
        {
            Metadata = new ListMeta { ResourceVersion = facts.Version },
            Items = [.. objects.Select(one => Serve(one.Namespace, one.Name, one.Json))],
        },
    };

    private ServedObject Serve(string ns, string name, JsonObject json, bool isStored = true)
    {
        json.Insert(0, "metadata", facts.Write(definition.Kind, ns, name, isStored));
        return new ServedObject(DiscoveryDocument.Write(json));
    }
}
