using ImageStreams.Kubernetes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Asks for the custom resources of a store where a client asks for those of <c>image.openshift.io</c>.</summary>
internal sealed class RegroupingHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.AbsoluteUri;
        request.RequestUri = new Uri(address.Replace(KubernetesStoreOptions.ImageGroup, KubernetesStoreOptions.DefaultGroup, StringComparison.Ordinal));
        return base.SendAsync(request, cancellationToken);
    }
}
