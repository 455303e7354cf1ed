namespace ImageStreams.Testing.Protocol;

/// <summary>The distribution API over a store, for every transport.</summary>
/// <remarks><code>
/// request ──▶ planned fault? ──▶ access ──▶ endpoint ──▶ response ──▶ log
/// </code></remarks>
internal sealed class RegistryProtocol
{
    private readonly ManifestEndpoint _manifests;
    private readonly BlobEndpoint _blobs;
    private readonly UploadEndpoint _uploads;
    private readonly TagEndpoint _tags;
    private readonly ReferrerEndpoint _referrers;

    public RegistryProtocol(TimeProvider timeProvider)
    {
        Access = new AccessControl(timeProvider);
        Faults = new FaultQueue(timeProvider);
        _manifests = new ManifestEndpoint(Store);
        _blobs = new BlobEndpoint(Store);
        _uploads = new UploadEndpoint(Store);
        _tags = new TagEndpoint(Store, () => TagPageSize);
        _referrers = new ReferrerEndpoint(Store, () => SupportsReferrers);
    }

    public RegistryStore Store { get; } = new();

    public AccessControl Access { get; }

    public FaultQueue Faults { get; }

    public RequestLog Log { get; } = new();

    public int TagPageSize { get; set; } = int.MaxValue;

    public bool SupportsReferrers { get; set; } = true;

    public async Task<WireResponse> HandleAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var response = Faults.Take(request) is { } fault
            ? await Faults.ApplyAsync(fault, request, () => Handle(request), cancellationToken).ConfigureAwait(false)
            : Handle(request);
        Log.Add(request, response);
        return response;
    }

    private WireResponse Handle(WireRequest request) => Access.Refuse(request) ?? request.Route.Resource switch
    {
        RegistryResource.Api => WireResponse.FromJson(static _ => { }),
        RegistryResource.Manifest => _manifests.Handle(request),
        RegistryResource.Blob => _blobs.Handle(request),
        RegistryResource.Upload => _uploads.Handle(request),
        RegistryResource.Tags => _tags.Handle(request),
        RegistryResource.Referrers => _referrers.Handle(request),
        RegistryResource.Token => Access.IssueToken(request),
        _ => ErrorResponses.NotFound,
    };
}
