using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Lists the resources of one cluster by pages, and notes those that are refused.</summary>
internal sealed class WorkspaceListing(ApiSender sender, string? ns)
{
    private const int PageSize = 500;
    private const int MaxBeginnings = 3;

    private readonly List<string> _refused = [];
    private int _asked;

    /// <summary>The resources that were refused, each in a sentence.</summary>
    public ValueList<string> Refused => [.. _refused];

    /// <summary>Gets a value indicating whether each resource that was asked for was refused.</summary>
    public bool IsAllRefused => _asked > 0 && _refused.Count == _asked;

    /// <summary>Lists all objects; none where the user may not, or the cluster has no such resource.</summary>
    /// <exception cref="ApiException">The cluster does not answer, or refuses the user.</exception>
    public async Task<List<T>> ListAsync<T, TList>(ClusterResourceType type, CancellationToken cancellationToken)
        where T : ApiObject, IWireObject<T>
        where TList : ApiList<T>, IWireObject<TList>
    {
        _asked++;
        var resource = new ApiResource<T, TList>(sender, type);
        for (var beginning = 1; ; beginning++)
        {
            try
            {
                var page = new ListOptions { Limit = PageSize };
                return (await resource.ListAllAsync(type.IsNamespaced ? ns : null, page, cancellationToken).ConfigureAwait(false)).Items;
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Gone && beginning < MaxBeginnings)
            {
                // The first pages are too old by now: begin again.
            }
            catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
            {
                _asked--;
                return [];
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Forbidden)
            {
                _refused.Add($"{type} cannot be listed and are left out: {e.Message}");
                return [];
            }
        }
    }
}
