namespace ImageStreams.Manifests;

/// <summary>Edits a text of one document.</summary>
internal static class DocumentEditing
{
    /// <summary>Edits the JSON text of a scalar, and verifies the result.</summary>
    public static string Edit(TextTree tree, EditNode edits)
    {
        var plan = EditPlan.Create(tree, edits, isEmbedded: true);
        var after = TextPatches.Apply(tree.Source.Text, plan.Patches.ToSorted());
        var verification = new EditVerification([new EditedDocument(tree, edits, plan.Touched)]);
        return after is not null && verification.FindMistake(TextReading.Read(tree.Source, TextLimits.Default), after) is null
            ? after
            : throw EditErrors.NotSafe(edits.Request);
    }
}
