namespace ImageStreams.Serialization;

/// <summary>The fields of the metadata, the references and the selectors that API objects share.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class MetadataFields
{
    public const string Text = """
        ObjectMeta: annotations{} clusterName creationTimestamp deletionGracePeriodSeconds# deletionTimestamp finalizers[=]
          generateName generation# initializers(Initializers) labels{} managedFields[ManagedFieldsEntry] name namespace
          ownerReferences[OwnerReference:uid] resourceVersion selfLink uid
        Initializers: pending[Initializer] result(KubernetesStatus)
        Initializer: name
        ManagedFieldsEntry: apiVersion fieldsType fieldsV1* manager operation subresource time
        OwnerReference: apiVersion blockOwnerDeletion? controller? kind name uid
        LocalObjectReference~: name
        LabelSelector~: matchExpressions[LabelSelectorRequirement] matchLabels{}
        LabelSelectorRequirement: key operator values[]
        ListMeta: continue remainingItemCount resourceVersion selfLink
        ObjectReference~: apiVersion fieldPath kind name namespace resourceVersion uid
        KubernetesStatus: kind apiVersion metadata(ListMeta) status message reason details(StatusDetails) code
        StatusDetails: name group kind uid causes[StatusCause] retryAfterSeconds
        StatusCause: reason message field
        EmptyObject:
        """;
}
