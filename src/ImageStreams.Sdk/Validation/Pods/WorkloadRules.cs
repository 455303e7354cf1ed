using System.Collections.Frozen;
using ImageStreams.Workloads;

namespace ImageStreams.Validation;

/// <summary>Validates a workload of a kind of Kubernetes.</summary>
internal sealed class WorkloadRules
{
    private readonly Workload _workload;
    private readonly FieldErrors _errors;
    private readonly FieldNode _object;
    private readonly PodTemplateRules _template;

    public WorkloadRules(Workload workload, FieldErrors errors)
    {
        _workload = workload;
        _errors = errors;
        _object = FieldNode.Parse(workload.ToRawJson());
        _template = new PodTemplateRules(FrozenSet<string>.Empty, errors);
    }

    private FieldNode Spec => _object["spec"];

    /// <summary>Gets a value indicating whether the kind is one of Kubernetes, and not an added one of the same name.</summary>
    private bool IsKnown => (_workload.ApiVersion ?? "").Split('/') is [_] or ["apps" or "batch" or "extensions", _];

    /// <summary>Gets a value indicating whether the version is one that takes a selector from the labels of the template.</summary>
    private bool DefaultsSelector => _workload.ApiVersion is "extensions/v1beta1" or "apps/v1beta1";

    /// <summary>Checks the metadata, and what belongs to the kind.</summary>
    public void Check()
    {
        if (!IsKnown)
        {
            return;
        }

        CheckMetadata(_object["metadata"]);
        switch (_workload.Kind)
        {
            case "Pod":
                CheckPod();
                break;
            case "PodTemplate":
                _template.Check(_object["template"]);
                break;
            case "ReplicationController":
                CheckReplicationController();
                break;
            case "Job":
                new JobRules(_template, _errors).Check(Spec);
                break;
            case "CronJob":
                new JobRules(_template, _errors).CheckScheduled(Spec);
                break;
            case "Deployment" or "ReplicaSet" or "DaemonSet" or "StatefulSet":
                CheckController();
                break;
        }
    }

    private void CheckMetadata(FieldNode metadata)
    {
        ObjectMetaRules.NameValidator names = _workload.Kind == "StatefulSet"
            ? DnsNameRules.FindLabelProblems
            : DnsNameRules.FindSubdomainProblems;
        NewObjectRules.Check(metadata, names, _errors);
        if (_workload.Kind == "CronJob")
        {
            JobRules.CheckName(metadata["name"], _errors);
        }
    }

    private void CheckPod()
    {
        _template.CheckPod(Spec);
        ContainerRules.CheckBlanks(Spec["containers"], _errors);
        ContainerRules.CheckBlanks(Spec["initContainers"], _errors);
    }

    private void CheckReplicationController()
    {
        var template = Spec["template"];
        var selector = Spec["selector"].ToMap();
        selector = selector.IsEmpty ? template["metadata"]["labels"].ToMap() : selector;
        _errors.CheckNotNegative(Spec["minReadySeconds"]);
        if (selector.IsEmpty)
        {
            _errors.Required(Spec["selector"].Path, "The controller needs a selector, or labels in its template.");
        }

        _errors.CheckNotNegative(Spec["replicas"]);
        if (!template.Exists)
        {
            _errors.Required(template.Path, "The controller needs a pod template.");
            return;
        }

        PodTemplateRules.CheckSelected(template, selector, _errors);
        _template.Check(template);
        PodTemplateRules.CheckAlwaysRestarts(template, _errors);
    }

    private void CheckController()
    {
        var template = Spec["template"];
        _errors.CheckNotNegative(Spec["replicas"]);
        _errors.CheckNotNegative(Spec["minReadySeconds"]);
        _errors.CheckNotNegative(Spec["revisionHistoryLimit"]);
        if (Spec["selector"].Exists || !DefaultsSelector)
        {
            LabelSelectorRules.Check(Spec["selector"], template, _errors);
        }

        if (_workload.Kind == "StatefulSet")
        {
            PodTemplateRules.CheckMetadata(template, _errors); // the server leaves the containers to the pods
        }
        else
        {
            _template.Check(template);
        }

        PodTemplateRules.CheckAlwaysRestarts(template, _errors);
    }
}
