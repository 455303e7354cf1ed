using k8s;
using ApiClient = k8s.Kubernetes;

namespace ImageStreams.Kubernetes;

/// <summary>A connection to the API server of a Kubernetes or OpenShift cluster.</summary>
/// <remarks>
/// The HTTP connections, TLS, proxies and credentials (tokens, certificates, exec plugins, the token of a pod, which rotates) are those of
/// KubernetesClient. Requests that the server postpones, with 429 or a <c>Retry-After</c>, are repeated. Instances are thread-safe; a
/// program needs one for each cluster and user.
/// </remarks>
public sealed class ClusterConnection : IDisposable
{
    private const string UnnamedNamespace = "default";

    private readonly ApiClient? _owned;

    /// <summary>Uses the connection of a client.</summary>
    /// <param name="client">The client; it stays the caller's to dispose of.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="timeProvider">The clock of retries and timeouts; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid, or the client is another implementation of
    /// <see cref="IKubernetes"/> than <see cref="ApiClient"/>, such as a mock: it has no connection.</exception>
    public ClusterConnection(IKubernetes client, ClusterConnectionOptions? options = null, TimeProvider? timeProvider = null)
    {
        var api = GetApiClient(client);
        DefaultNamespace = UnnamedNamespace;
        Sender = new ApiSender(
            api, ConnectionSettings.FromAddress(api.BaseUri), CopyValid(options), timeProvider ?? TimeProvider.System);
    }

    private ClusterConnection(ConnectionOrigin origin, ClusterConnectionOptions options, TimeProvider? timeProvider)
    {
        var configuration = origin.Configuration;
        _owned = new ApiClient(configuration);
        DefaultNamespace = string.IsNullOrEmpty(configuration.Namespace) ? UnnamedNamespace : configuration.Namespace;
        var settings = ConnectionSettings.FromConfiguration(configuration, _owned.BaseUri) with { Headers = origin.Headers };
        Sender = new ApiSender(_owned, settings, options, timeProvider ?? TimeProvider.System, origin.CreateCredentials);
    }

    /// <summary>The root of the API server.</summary>
    public Uri Address => Sender.Server;

    /// <summary>The namespace of the kubeconfig's context, or of the pod; <c>default</c> where none is named.</summary>
    public string DefaultNamespace { get; }

    internal ApiSender Sender { get; }

    /// <summary>Connects as a configuration of KubernetesClient says.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="timeProvider">The clock of retries and timeouts; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configuration"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The configuration cannot be used.</exception>
    public static ClusterConnection FromConfiguration(
        KubernetesClientConfiguration configuration, ClusterConnectionOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Connect(new ConnectionOrigin(configuration), options, timeProvider);
    }

    /// <summary>Connects as a kubeconfig says.</summary>
    /// <param name="path">The file; null for those of <c>KUBECONFIG</c>, or <c>~/.kube/config</c>.</param>
    /// <param name="context">The context in it; null for the current one.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The file cannot be used.</exception>
    public static ClusterConnection FromKubeconfig(
        string? path = null, string? context = null, ClusterConnectionOptions? options = null) =>
        Connect(ConnectionOrigin.FromKubeconfig(path, context), options);

    /// <summary>Connects as the service account of the pod that the program runs in.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The program does not run in a pod.</exception>
    public static ClusterConnection FromPod(ClusterConnectionOptions? options = null) =>
        Connect(ConnectionOrigin.FromPod(), options);

    /// <summary>Connects as the pod's service account, and elsewhere as the kubeconfig says.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="k8s.Exceptions.KubeConfigException">There is neither.</exception>
    public static ClusterConnection FromEnvironment(ClusterConnectionOptions? options = null) =>
        KubernetesClientConfiguration.IsInCluster() ? FromPod(options) : FromKubeconfig(options: options);

    /// <summary>Gets the objects of a resource, of any kind, as JSON.</summary>
    /// <param name="type">The resource.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public ClusterResource GetResource(ClusterResourceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new ClusterResource(Sender, type);
    }

    /// <summary>Closes the connections, unless they are those of a client that the caller gave.</summary>
    public void Dispose() => _owned?.Dispose();

    private static ClusterConnection Connect(ConnectionOrigin origin, ClusterConnectionOptions? options, TimeProvider? timeProvider = null)
    {
        var limits = CopyValid(options);
        var configuration = origin.Configuration;
        var setUp = configuration.FirstMessageHandlerSetup;
        SocketsHttpHandler? sockets = null;
        configuration.FirstMessageHandlerSetup = handler =>
        {
            // A server allows some 100 to 250 requests at once on one HTTP/2 connection, and each watch is one.
            handler.EnableMultipleHttp2Connections = true;
            sockets = handler;
            setUp?.Invoke(handler);
        };
        try
        {
            var connection = new ClusterConnection(origin, limits, timeProvider);
            CertificateNames.Require(configuration.SkipTlsVerify ? null : sockets);
            return connection;
        }
        finally
        {
            configuration.FirstMessageHandlerSetup = setUp;
        }
    }

    private static ClusterConnectionOptions CopyValid(ClusterConnectionOptions? options)
    {
        options ??= new ClusterConnectionOptions();
        OptionProblems.ThrowIfAny(options.Validate(), nameof(options));
        return options.Copy();
    }

    private static ApiClient GetApiClient(IKubernetes client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client as ApiClient
            ?? throw new ArgumentException($"{client.GetType().FullName} is not {typeof(ApiClient).FullName}, and has no connection.", nameof(client));
    }
}
