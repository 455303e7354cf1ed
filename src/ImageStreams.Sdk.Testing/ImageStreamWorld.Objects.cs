using System.Text;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Testing.Simulation;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Testing;

/// <content>The actions of users.</content>
public sealed partial class ImageStreamWorld
{
    private const string ManualBuild = "Manually triggered";
    private const string ConfigChangeBuild = "Build configuration change";

    /// <summary>Pushes an image, and runs its consequences.</summary>
    /// <remarks>
    /// A push to the cluster's own registry goes to a tag of a stream, as <c>HOST/namespace/stream:tag</c>. Tags that follow
    /// an image elsewhere are imported when they are due.
    /// </remarks>
    /// <param name="name">The image's name, such as <c>quay.io/team/base:8.0</c>.</param>
    /// <param name="image">The image or index to push.</param>
    /// <exception cref="ApiException">The image goes to a stream that does not exist.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="image"/> is null.</exception>
    public async Task PushAsync(string name, SyntheticArtifact image)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(image);

        var digest = Registry.Push(name, image);
        Log.Add(new WorldEvent.Pushed { Name = name, Image = digest });
        if (TagPush.FindTag(name, _internalRegistryHostname) is { } tag)
        {
            await PushToTagAsync(TagPush.ToMapping(tag, _internalRegistryHostname, image)).ConfigureAwait(false);
        }

        await SettleAsync().ConfigureAwait(false);
    }

    /// <summary>Creates or changes a stream, as <c>oc apply</c> does, and runs the consequences.</summary>
    /// <param name="stream">The stream, its namespace included.</param>
    /// <exception cref="ApiException">The stream is not valid.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public async Task ApplyAsync(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        if (_streams.Streams.ContainsKey(ImageStreamName.From(stream)))
        {
            await Client.Streams
                .PatchAsync(stream.Namespace, stream.Name, current => Put(stream, current))
                .ConfigureAwait(false);
        }
        else
        {
            await Client.Streams.CreateAsync(stream).ConfigureAwait(false);
        }

        await SettleAsync().ConfigureAwait(false);
    }

    /// <summary>Creates or changes a build configuration, and runs the consequences.</summary>
    /// <param name="buildConfig">The build configuration, its namespace included; its status is used only when it is new.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buildConfig"/> is null.</exception>
    public Task ApplyAsync(BuildConfig buildConfig)
    {
        ArgumentNullException.ThrowIfNull(buildConfig);

        var target = TriggerObject.From(buildConfig);
        if (_objects.FindBuildConfig(target) is null)
        {
            _createdBuildConfigs.Add(target);
        }

        _objects.Apply(buildConfig);
        return SettleAsync();
    }

    /// <summary>Creates or changes a deployment configuration, and runs the consequences.</summary>
    /// <param name="deploymentConfig">The deployment configuration; its status is used only when it is new.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public Task ApplyAsync(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        _objects.Apply(deploymentConfig);
        return SettleAsync();
    }

    /// <summary>Creates or changes a workload, and runs the consequences.</summary>
    /// <param name="workload">The workload, its namespace included.</param>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    public Task ApplyAsync(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        _objects.Apply(workload);
        return SettleAsync();
    }

    /// <summary>Creates or changes an object of any of these kinds.</summary>
    /// <param name="json">The object, its kind and namespace included.</param>
    /// <exception cref="WireFormatException">The text is not JSON, or not an object of a known kind.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public Task ApplyAsync(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        return FindKind(json) switch
        {
            ImageStream.KindName => ApplyAsync(ImageStreamJson.Deserialize<ImageStream>(json)),
            BuildConfig.KindName => ApplyAsync(ImageStreamJson.Deserialize<BuildConfig>(json)),
            _ => ApplyAsync(Workload.Parse(json)),
        };
    }

    /// <summary>Deletes an object with triggers.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when the object existed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public bool Delete(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _objects.Remove(target);
    }

    /// <summary>Starts a build, as <c>oc start-build</c> does, and runs the consequences.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name of the build configuration.</param>
    /// <exception cref="InvalidOperationException">There is no such build configuration, or no base image.</exception>
    public Task StartBuildAsync(string ns, string name)
    {
        var answer = StartBuild(GetBuildConfig(ns, name), ManualBuild);
        return answer is TriggerTargetResult.Refused refused
            ? throw new InvalidOperationException(refused.Message)
            : SettleAsync();
    }

    /// <summary>Rolls out a deployment configuration, as <c>oc rollout latest</c> does: with the images of all triggers,
    /// even those that are not automatic.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name of the deployment configuration.</param>
    /// <exception cref="InvalidOperationException">There is no such deployment configuration.</exception>
    public Task StartRolloutAsync(string ns, string name)
    {
        _objects.StartRollout(GetDeploymentConfig(ns, name), _objects.Triggers.Tags);
        return SettleAsync();
    }

    /// <summary>Releases an object that the fuse has paused, and runs the consequences.</summary>
    /// <param name="target">The object.</param>
    /// <returns>True when the object was paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public async Task<bool> ReleaseAsync(TriggerObject target)
    {
        ArgumentNullException.ThrowIfNull(target);

        if (!_objects.Triggers.Release(target))
        {
            return false;
        }

        _reactions.Release(target);
        await SettleAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Returns the current build configuration.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">The object does not exist.</exception>
    public BuildConfig GetBuildConfig(string ns, string name) =>
        _objects.FindBuildConfig(Named(BuildConfig.KindName, ns, name)) ?? throw NotFound(BuildConfig.KindName, ns, name);

    /// <summary>Returns the current deployment configuration.</summary>
    /// <inheritdoc cref="GetBuildConfig"/>
    public DeploymentConfig GetDeploymentConfig(string ns, string name) =>
        _objects.FindDeploymentConfig(Named(DeploymentConfig.KindName, ns, name))
        ?? throw NotFound(DeploymentConfig.KindName, ns, name);

    /// <summary>Returns the current workload.</summary>
    /// <param name="kind">The kind, such as <c>Deployment</c>.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">The object does not exist.</exception>
    public Workload GetWorkload(string kind, string ns, string name) =>
        _objects.FindWorkload(Named(kind, ns, name)) ?? throw NotFound(kind, ns, name);

    private static ImageStream Put(ImageStream wanted, ImageStream current) => wanted with
    {
        Metadata = wanted.Metadata with
        {
            ResourceVersion = current.Metadata.ResourceVersion,
            Uid = current.Metadata.Uid,
        },
    };

    private static string? FindKind(string json)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
            return document.RootElement.TryGetProperty("kind", out var kind) ? kind.GetString() : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static TriggerObject Named(string kind, string ns, string name) =>
        new() { Kind = kind, Namespace = ns, Name = name };

    private static InvalidOperationException NotFound(string kind, string ns, string name) =>
        new($"There is no {kind} {ns}/{name} in this world.");

    private TriggerTargetResult StartBuild(BuildConfig buildConfig, string cause) => _objects.Start(
        TriggerObject.From(buildConfig),
        buildConfig,
        new BuildRequest
        {
            Metadata = new ObjectMeta { Namespace = buildConfig.Metadata.Namespace, Name = buildConfig.Metadata.Name },
            TriggeredBy = [new BuildTriggerCause { Message = cause }],
        });
}
