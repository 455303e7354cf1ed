using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Patching;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>Makes the changes of a trigger controller in a cluster: starts builds, and writes new images into workloads.</summary>
/// <remarks>
/// <para>A build is started through <c>instantiate</c>, with its causes. Images are written as
/// <see cref="KubernetesControllerOptions.Writing"/> says; by default, by a patch of the images alone, which is not done if the object is
/// another one, its triggers were changed, or one of the images was: nobody's change is lost, and a write of the status is not in the
/// way.</para>
/// <para>A write by somebody else, also one that deleted the object, and a build that somebody else started for the image, are a
/// <see cref="TriggerTargetResult.Conflict"/>. What the server refuses (400, 403, 405, 422) is a
/// <see cref="TriggerTargetResult.Refused"/> with its sentence. Everything else is an <see cref="ApiException"/>. Thread-safe.</para>
/// </remarks>
public sealed class KubernetesTriggerTarget : ITriggerTarget
{
    private static readonly ResourcePaths BuildConfigPaths = new(TriggerResources.BuildConfigs.Type);

    private readonly ApiSender _sender;
    private readonly KubernetesControllerOptions _options;
    private readonly TriggerResources _resources;

    /// <summary>Creates a target.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public KubernetesTriggerTarget(ClusterConnection connection, KubernetesControllerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = (options ?? new KubernetesControllerOptions()).Check(nameof(options));
        _resources = new TriggerResources(_options.Kinds);
        _sender = connection.Sender;
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);
        ArgumentNullException.ThrowIfNull(request);

        var path = BuildConfigPaths.GetObject(buildConfig.Namespace, buildConfig.Name, "instantiate");
        var call = new ApiCall(HttpMethod.Post, path) { Body = ImageStreamJson.SerializeToUtf8Bytes(request.WithTypeMeta()) };
        return TargetResults.SendAsync(_sender, call, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(updated);

        if (_resources.Find(current) is not { } resource)
        {
            return ValueTask.FromResult<TriggerTargetResult>(
                new TriggerTargetResult.Refused { Message = $"The resource of {current} is not known; add its kind to the options." });
        }

        return WriteAsync(
            new ResourcePaths(resource.Type).GetObject(current.Namespace, current.Name ?? ""),
            () => ImagePatches.Create(current, updated),
            () => updated.Utf8.ToArray(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(updated);

        return WriteAsync(
            new ResourcePaths(TriggerResources.DeploymentConfigs.Type).GetObject(current.Namespace, current.Name),
            () => ImagePatches.Create(current, updated),
            () => ImageStreamJson.SerializeToUtf8Bytes(updated.WithTypeMeta()),
            cancellationToken);
    }

    private ValueTask<TriggerTargetResult> WriteAsync(
        string path, Func<ObjectPatch> createPatch, Func<byte[]> createObject, CancellationToken cancellationToken)
    {
        var target = ResourceQueries.Write(path, new WriteOptions { FieldManager = _options.FieldManager });
        return TargetResults.SendAsync(_sender, CreateCall(target, createPatch, createObject), cancellationToken);
    }

    private ApiCall CreateCall(string target, Func<ObjectPatch> createPatch, Func<byte[]> createObject)
    {
        if (_options.Writing == TriggerWriting.ReplaceObjects)
        {
            return new ApiCall(HttpMethod.Put, target) { Body = createObject() };
        }

        var patch = createPatch();
        return new ApiCall(HttpMethod.Patch, target) { Body = patch.Utf8Json, MediaType = patch.MediaType };
    }
}
