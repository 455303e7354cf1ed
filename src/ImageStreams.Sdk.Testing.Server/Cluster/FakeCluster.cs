using System.Security.Cryptography.X509Certificates;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Testing.Server;

/// <summary>An OpenShift cluster in the process of a test, as far as image streams need one: real clients connect to it.</summary>
/// <remarks>
/// <para>It serves the image API, the objects of <see cref="ClusterKinds"/> and namespaces on 127.0.0.1 over HTTPS or HTTP, has a
/// registry beside it, imports tags, lets triggers change workloads and start builds, and rolls deployment configurations out. There
/// are no nodes: pods do not run, and builds do not end. Only what its controllers have created goes with its owner.</para>
/// <para>Everything is in memory and ends with the cluster. Thread-safe. Dispose of it to free its ports.</para>
/// </remarks>
/// <example><code>
/// await using var cluster = await FakeCluster.StartAsync();
/// var config = KubernetesClientConfiguration.BuildConfigFromConfigFile(new FileInfo(await cluster.WriteKubeconfigAsync("kubeconfig")));
/// using var client = new Kubernetes(config);
/// </code></example>
public sealed partial class FakeCluster : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ClusterParts _parts;
    private readonly LoopbackCertificate? _certificate;
    private int _isDisposed;

    private FakeCluster(WebApplication application, ClusterParts parts, LoopbackCertificate? certificate)
    {
        (_application, _parts, _certificate) = (application, parts, certificate);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses!.Addresses.Single());
        Client = application.Services.GetRequiredService<IImageStreamClient>();
    }

    /// <summary>The base address of the API, such as <c>https://127.0.0.1:34567/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The authority of the API's certificate, without its private key; null without TLS. Disposed of with the cluster.</summary>
    public X509Certificate2? Authority => _certificate?.Authority;

    /// <summary>The registry beside the cluster, over HTTP; imports find its images by any host name.</summary>
    public LoopbackRegistryServer Registry => _parts.Registry;

    /// <summary>The image API, without HTTP.</summary>
    public IImageStreamClient Client { get; }

    /// <summary>The other objects, as they are stored: to look at them, and to change them behind the back of the API.</summary>
    public IClusterObjectStore Objects => _parts.Objects;

    /// <summary>The services of the application.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>The faults of the API.</summary>
    public ClusterFaults Faults => _parts.Faults;

    /// <summary>The newest requests to the API, oldest first; a copy.</summary>
    public IReadOnlyList<ClusterRequest> Requests => _parts.Log.Snapshot();

    /// <summary>Starts a cluster.</summary>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The store keeps no other objects, or two kinds have the same resource.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FakeCluster> StartAsync(FakeClusterOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeClusterOptions();
        options.Validate();
#pragma warning disable CA2000 // The cluster disposes of its parts.
        var parts = await ClusterParts.CreateAsync(options, cancellationToken).ConfigureAwait(false);
        LoopbackCertificate? certificate = null;
        WebApplication? application = null;
        try
        {
            certificate = options.UseTls ? LoopbackCertificate.Create() : null;
            application = ClusterApplication.Create(options, parts, certificate);
#pragma warning restore CA2000
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new FakeCluster(application, parts, certificate);
        }
        catch
        {
            await DisposeAsync(application, parts, certificate).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes the recorded requests.</summary>
    public void ClearRequests() => _parts.Log.Clear();

    /// <summary>Returns the text of a kubeconfig, by which <c>kubectl</c>, <c>oc</c> and client libraries find the cluster.</summary>
    public string GetKubeconfig() => Kubeconfig.Write(Address, Authority);

    /// <summary>Writes the kubeconfig into a file.</summary>
    /// <param name="path">The path of the file; one that exists is replaced.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The full path.</returns>
    public async Task<string> WriteKubeconfigAsync(string path, CancellationToken cancellationToken = default)
    {
        await File.WriteAllTextAsync(path, GetKubeconfig(), cancellationToken).ConfigureAwait(false);
        return Path.GetFullPath(path);
    }

    /// <summary>Stops the controllers, the API and the registry.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _parts.Faults.CutWatches();
        try
        {
            await _application.StopAsync().ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync(_application, _parts, _certificate).ConfigureAwait(false);
        }
    }

    private static async Task DisposeAsync(WebApplication? application, ClusterParts parts, LoopbackCertificate? certificate)
    {
        if (application is not null)
        {
            await application.DisposeAsync().ConfigureAwait(false);
        }

        await parts.DisposeAsync().ConfigureAwait(false);
        certificate?.Dispose();
    }
}
