using System.Runtime.CompilerServices;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>projects</c>: the namespaces that the one who asks may see.</summary>
internal sealed partial class ProjectResource(NamespaceResource namespaces, NamespaceSweep sweep, IApiAuthorizer authorizer) : ServedResource
{
    public override ResourceDefinition Definition => NamespaceDefinitions.Projects;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) => ServedAnswer.FromObject(
        ObjectDocuments.ToServed(await namespaces.GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        // Not by pages: the token of the next one would tell the name of a project that one may not see.
        var all = request with { List = request.List with { Limit = 0, Continue = null } };
        var answer = await namespaces.ListAsync(all, cancellationToken).ConfigureAwait(false);
        if (answer is not ServedAnswer.Many many)
        {
            return answer;
        }

        var visible = new List<ServedObject>();
        foreach (var item in many.List.Items)
        {
            if (await MaySeeAsync(request.User, item, cancellationToken).ConfigureAwait(false))
            {
                visible.Add(item);
            }
        }

        // How many others there are is not told either, nor a version: what one may see changes without one.
        var metadata = many.List.Metadata with { RemainingItemCount = null, ResourceVersion = null };
        return new ServedAnswer.Many { List = many.List with { Items = visible, Metadata = metadata } };
    }

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        SelectAsync(namespaces.WatchAsync(request, cancellationToken), request.User, cancellationToken);

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await namespaces.GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        if (!request.Delete.DryRun)
        {
            await sweep.DeleteAsync(current, cancellationToken).ConfigureAwait(false);
        }

        return Outcomes.Success;
    }

    private async IAsyncEnumerable<ServedEvent> SelectAsync(
        IAsyncEnumerable<ServedEvent> events, ApiUser user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (one.Object is null || await IsReportedAsync(one.Type, one.Object, user, seen, cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }
        }
    }

    // The end of a project is told to those who have seen it: the rights in it may have ended before.
    private async ValueTask<bool> IsReportedAsync(
        ServedEventType type, ServedObject project, ApiUser user, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var name = ObjectNames.Find(project);
        if (type == ServedEventType.Deleted && seen.Remove(name))
        {
            return true;
        }

        var isVisible = await MaySeeAsync(user, project, cancellationToken).ConfigureAwait(false);
        if (isVisible && type != ServedEventType.Deleted)
        {
            seen.Add(name);
        }

        return isVisible;
    }

    private async ValueTask<bool> MaySeeAsync(ApiUser user, ServedObject value, CancellationToken cancellationToken)
    {
        var name = ObjectNames.Find(value);
        var access = new ApiAccess
        {
            User = user,
            Verb = ResourceVerbs.Get,
            Group = NamespaceDefinitions.ProjectGroup,
            Version = "v1",
            Resource = "projects",
            Namespace = name,
            Name = name,
        };
        var decision = await authorizer.AuthorizeAsync(access, cancellationToken).ConfigureAwait(false);
        return decision.Allowed;
    }
}
