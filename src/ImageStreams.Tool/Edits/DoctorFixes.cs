using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Converts the corrections of the doctor to edits of files.</summary>
internal static class DoctorFixes
{
    /// <summary>Creates the changes of all files; findings with one correction are one edit.</summary>
    public static ValueList<FileChange> CreateChanges(LoadedInput input, IEnumerable<TriggerFinding> findings) =>
        input.Manifests.Edit(findings
            .Where(finding => finding.Correction is not null)
            .DistinctBy(finding => finding.Location with { Path = finding.Correction!.Path })
            .Select(finding => CreateEdit(input, finding))
            .OfType<ObjectEdit>());

    private static ObjectEdit? CreateEdit(LoadedInput input, TriggerFinding finding) =>
        input.Manifests.Find(finding.Location.Kind, finding.Location.Namespace, finding.Location.Name) is { } found
            && !TemplateTexts.HasParameter(found, finding.Correction!.Path)
            ? new ObjectEdit { Object = found, Edit = ManifestEdit.Set(finding.Correction.Path, finding.Correction.Value) }
            : null;
}
