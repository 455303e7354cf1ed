using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Options of a <see cref="FakeCluster"/>.</summary>
/// <remarks>Read when the cluster starts; later changes have no effect.</remarks>
public sealed class FakeClusterOptions
{
    /// <summary>The default of <see cref="MaxRequests"/>: 10,000.</summary>
    public const int DefaultMaxRequests = 10_000;

    /// <summary>The TCP port of the API on 127.0.0.1, from 0 to 65,535; 0, the default, for a free one.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets a value indicating whether the API is served over TLS, with a certificate of the cluster's own authority,
    /// which its kubeconfig has; true by default.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>The clock of the cluster and of its controllers; the system's by default. A fake one must be advanced for imports that
    /// are due later, and for retries.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets a value indicating whether tags are imported when they are due; true by default.</summary>
    public bool RunsImports { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether triggers start builds and change workloads; true by default.</summary>
    public bool RunsTriggers { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether deployment configurations are rolled out, and build configurations start the
    /// build of their creation; true by default.</summary>
    public bool RunsRollouts { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether requests for the groups of <c>APIService</c>s go to their services, whose addresses
    /// <see cref="FakeCluster.RouteServiceAsync"/> sets; false by default. The config map <c>extension-apiserver-authentication</c> is then
    /// in <c>kube-system</c>, with the role to read it.</summary>
    public bool RunsAggregation { get; set; }

    /// <summary>The kinds to serve beside those of the image API; those of <see cref="ClusterKinds"/> by default.</summary>
    public IList<ClusterKind> Kinds { get; } = [.. ClusterKinds.All];

    /// <summary>The number of requests that <see cref="FakeCluster.Requests"/> keeps; 1 or more.</summary>
    public int MaxRequests { get; set; } = DefaultMaxRequests;

    /// <summary>Creates the store, which must also be an <see cref="IClusterObjectStore"/>; null, the default, for one in memory.</summary>
    /// <remarks>The caller disposes of it after the cluster.</remarks>
    public Func<TimeProvider, IImageStreamStore>? CreateStore { get; set; }

    /// <summary>Sets options of the image API's engine, such as the host name of the internal registry; null for none.</summary>
    public Action<EmbeddedImageStreamOptions>? ConfigureEngine { get; set; }

    /// <summary>Sets options of the schedule of imports; null for none.</summary>
    public Action<ImportScheduleOptions>? ConfigureImports { get; set; }

    /// <summary>Sets options of the triggers; null for none.</summary>
    public Action<TriggerControllerOptions>? ConfigureTriggers { get; set; }

    /// <summary>Sets options of the served API, such as who may do what; null for none.</summary>
    public Action<ImageApiOptions>? ConfigureApi { get; set; }

    /// <summary>The registries that imports ask; null, the default, for the one beside the cluster.</summary>
    internal IRegistryClient? RegistryClient { get; set; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRequests, 1);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
