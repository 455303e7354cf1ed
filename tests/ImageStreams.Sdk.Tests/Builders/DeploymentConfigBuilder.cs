using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builders;

/// <summary>Builds a deployment configuration container by container.</summary>
internal sealed class DeploymentConfigBuilder(string name)
{
    private readonly List<Container> _containers = [];
    private readonly List<Container> _initContainers = [];
    private readonly List<DeploymentTriggerPolicy> _triggers = [new() { Type = "ConfigChange" }];
    private bool _isPaused;

    public static DeploymentConfigBuilder ADeploymentConfig(string name = "web") => new(name);

    public DeploymentConfigBuilder Runs(string image, string container = "web")
    {
        _containers.Add(new Container { Name = container, Image = image });
        return this;
    }

    public DeploymentConfigBuilder BeginsWith(string image, string container = "setup")
    {
        _initContainers.Add(new Container { Name = container, Image = image });
        return this;
    }

    /// <summary>A trigger that sets the image of a container; it follows the config-change trigger.</summary>
    public DeploymentConfigBuilder TriggeredBy(ObjectReference from, bool automatic = true, string container = "web")
    {
        var change = new DeploymentTriggerImageChangeParams { Automatic = automatic, From = from, ContainerNames = [container] };
        _triggers.Add(new DeploymentTriggerPolicy { Type = "ImageChange", ImageChangeParams = change });
        return this;
    }

    public DeploymentConfigBuilder Paused()
    {
        _isPaused = true;
        return this;
    }

    public DeploymentConfig Build() => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = StreamBuilder.Namespace },
        Spec = new DeploymentConfigSpec
        {
            Paused = _isPaused,
            Triggers = _triggers.ToValueList(),
            Template = new PodTemplateSpec
            {
                Spec = new PodSpec
                {
                    InitContainers = _initContainers.ToKeyedList(),
                    Containers = _containers.ToKeyedList(),
                },
            },
        },
    };

    /// <summary>The same as JSON, as a workload.</summary>
    public Workload BuildWorkload() => Workload.Parse(ImageStreamJson.Serialize(Build().WithTypeMeta()));
}
