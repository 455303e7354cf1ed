namespace ImageStreams.Kubernetes;

/// <summary>The tools that set fields again after somebody else has changed them.</summary>
public enum FightTool
{
    /// <summary>Argo CD, which sets the fields of its manifests at every sync of an Application.</summary>
    ArgoCd,

    /// <summary>Flux's kustomize-controller, which sets them at every reconciliation of a Kustomization.</summary>
    FluxKustomization,

    /// <summary>Flux's helm-controller, which sets them at every upgrade of a HelmRelease, and where it corrects drift.</summary>
    FluxHelmRelease,

    /// <summary>Helm, which sets them at every upgrade of a release.</summary>
    Helm,

    /// <summary><c>kubectl apply</c>, on the client or the server side, which sets them whenever the file is applied.</summary>
    KubectlApply,

    /// <summary>An operator or another controller, which sets them whenever it reconciles the object.</summary>
    Operator,

    /// <summary>OpenShift's own controller of image triggers, which sets the images that the trigger annotation names.</summary>
    ImageTriggers,

    /// <summary>Somebody else who applies the object on the server side.</summary>
    OtherApplier,
}
