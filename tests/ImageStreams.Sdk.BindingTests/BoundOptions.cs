using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Importing;
using ImageStreams.Kubernetes;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;
using Microsoft.Extensions.Configuration;

namespace ImageStreams.BindingTests;

/// <summary>All options classes, each with a call of the binder that the source generator replaces.</summary>
internal static class BoundOptions
{
    public static IReadOnlyDictionary<Type, Func<IConfiguration, object>> BySourceGenerator { get; } =
        new Dictionary<Type, Func<IConfiguration, object>>
        {
            [typeof(RegistryClientOptions)] = static configuration =>
            {
                var options = new RegistryClientOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RegistryTransportOptions)] = static configuration =>
            {
                var options = new RegistryTransportOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RegistryHostOptions)] = static configuration =>
            {
                var options = new RegistryHostOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RegistryAuthFileOptions)] = static configuration =>
            {
                var options = new RegistryAuthFileOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(CredentialHelperOptions)] = static configuration =>
            {
                var options = new CredentialHelperOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(SignatureGateOptions)] = static configuration =>
            {
                var options = new SignatureGateOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(TagPolicyOptions)] = static configuration =>
            {
                var options = new TagPolicyOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ControllerReportsOptions)] = static configuration =>
            {
                var options = new ControllerReportsOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ControllerStateOptions)] = static configuration =>
            {
                var options = new ControllerStateOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ReflectorOptions)] = static configuration =>
            {
                var options = new ReflectorOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImageImporterOptions)] = static configuration =>
            {
                var options = new ImageImporterOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImportScheduleOptions)] = static configuration =>
            {
                var options = new ImportScheduleOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImportForecastOptions)] = static configuration =>
            {
                var options = new ImportForecastOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(PullQuotaOptions)] = static configuration =>
            {
                var options = new PullQuotaOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RegistryNotificationOptions)] = static configuration =>
            {
                var options = new RegistryNotificationOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(EmbeddedImageStreamOptions)] = static configuration =>
            {
                var options = new EmbeddedImageStreamOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(AllowedRegistryOptions)] = static configuration =>
            {
                var options = new AllowedRegistryOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(PostgreSqlStoreOptions)] = static configuration =>
            {
                var options = new PostgreSqlStoreOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(SqliteStoreOptions)] = static configuration =>
            {
                var options = new SqliteStoreOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(InMemoryStoreOptions)] = static configuration =>
            {
                var options = new InMemoryStoreOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(TriggerControllerOptions)] = static configuration =>
            {
                var options = new TriggerControllerOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ControllerHostOptions)] = static configuration =>
            {
                var options = new ControllerHostOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImageStreamHealthOptions)] = static configuration =>
            {
                var options = new ImageStreamHealthOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RegistryWebhookOptions)] = static configuration =>
            {
                var options = new RegistryWebhookOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(StatusPageOptions)] = static configuration =>
            {
                var options = new StatusPageOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(TriggerFuseOptions)] = static configuration =>
            {
                var options = new TriggerFuseOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(BuildRateOptions)] = static configuration =>
            {
                var options = new BuildRateOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(BuildWaveOptions)] = static configuration =>
            {
                var options = new BuildWaveOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ChangeWindowsOptions)] = static configuration =>
            {
                var options = new ChangeWindowsOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ChangeWindowOptions)] = static configuration =>
            {
                var options = new ChangeWindowOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ChangeFreezeOptions)] = static configuration =>
            {
                var options = new ChangeFreezeOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ShardLeaseOptions)] = static configuration =>
            {
                var options = new ShardLeaseOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(TriggerDoctorOptions)] = static configuration =>
            {
                var options = new TriggerDoctorOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(TriggerSarifOptions)] = static configuration =>
            {
                var options = new TriggerSarifOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(WorkspaceOptions)] = static configuration =>
            {
                var options = new WorkspaceOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(StreamLimitOptions)] = static configuration =>
            {
                var options = new StreamLimitOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImageApiOptions)] = static configuration =>
            {
                var options = new ImageApiOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ImageApiAccessOptions)] = static configuration =>
            {
                var options = new ImageApiAccessOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ApiTokenOptions)] = static configuration =>
            {
                var options = new ApiTokenOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RoleBindingOptions)] = static configuration =>
            {
                var options = new RoleBindingOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ClientCertificateLoginOptions)] = static configuration =>
            {
                var options = new ClientCertificateLoginOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(RequestHeaderLoginOptions)] = static configuration =>
            {
                var options = new RequestHeaderLoginOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(AspNetCoreLoginOptions)] = static configuration =>
            {
                var options = new AspNetCoreLoginOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(ClusterConnectionOptions)] = static configuration =>
            {
                var options = new ClusterConnectionOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(KubernetesRegistryOptions)] = static configuration =>
            {
                var options = new KubernetesRegistryOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(KubernetesEventOptions)] = static configuration =>
            {
                var options = new KubernetesEventOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(KubernetesControllerOptions)] = static configuration =>
            {
                var options = new KubernetesControllerOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(KubernetesStoreOptions)] = static configuration =>
            {
                var options = new KubernetesStoreOptions();
                configuration.Bind(options);
                return options;
            },
            [typeof(WorldOptions)] = static configuration =>
            {
                var options = new WorldOptions();
                configuration.Bind(options);
                return options;
            },
        };

    /// <summary>Binds by reflection: the generator replaces calls only, and this is a delegate.</summary>
    public static object ByReflection(Type type, IConfiguration configuration)
    {
        Action<IConfiguration, object?> bind = ConfigurationBinder.Bind;
        var options = Activator.CreateInstance(type)!;
        bind(configuration, options);
        return options;
    }
}
