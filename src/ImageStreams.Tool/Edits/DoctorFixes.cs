using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>The corrections of the doctor as changes of files.</summary>
internal sealed class DoctorFixes
{
    private readonly List<(TextPlace Place, string Code, string Reason)> _refused = [];

    private DoctorFixes()
    {
    }

    /// <summary>The changes of the files.</summary>
    public ValueList<FileChange> Changes { get; private set; }

    /// <summary>Gets a value indicating whether a correction cannot be made.</summary>
    public bool HasRefused => _refused.Count > 0;

    /// <summary>Makes every correction that can be made; findings with one correction are one edit.</summary>
    public static DoctorFixes Create(LoadedInput input, IEnumerable<TriggerFinding> findings)
    {
        var fixes = new DoctorFixes();
        var edits = new Dictionary<ObjectEdit, string>(ReferenceEqualityComparer.Instance);
        var distinct = findings.Where(finding => finding.Correction is not null)
            .DistinctBy(finding => finding.Location with { Path = finding.Correction!.Path });
        foreach (var finding in distinct)
        {
            if (fixes.CreateEdit(input, finding) is { } edit)
            {
                edits.Add(edit, finding.Code);
            }
        }

        var possible = PossibleEdits.Create(input.Manifests, edits.Keys);
        fixes._refused.AddRange(possible.Refused.Select(one => (FindPlace(one.Key), edits[one.Key], one.Value)));
        fixes.Changes = possible.Changes;
        return fixes;
    }

    /// <summary>Writes the corrections that cannot be made, with their reasons.</summary>
    public void WriteRefused(TextOutput output)
    {
        foreach (var (place, code, reason) in _refused)
        {
            output.Write($"{place}: ", Tone.Strong);
            output.Write($"{code} not corrected", Tone.Warning);
            output.WriteLine($": {reason}");
        }
    }

    private static TextPlace FindPlace(ObjectEdit edit) => edit.Object.FindPlace(edit.Edit.Path);

    private ObjectEdit? CreateEdit(LoadedInput input, TriggerFinding finding)
    {
        var (location, correction) = (finding.Location, finding.Correction!);
        if (input.Manifests.Find(location.Kind, location.Namespace, location.Name) is not { } found)
        {
            return null;
        }

        if (TemplateTexts.HasParameter(found, correction.Path))
        {
            _refused.Add((found.FindPlace(correction.Path), finding.Code, TemplateTexts.ParameterReason));
            return null;
        }

        return new ObjectEdit { Object = found, Edit = ManifestEdit.Set(correction.Path, correction.Value) };
    }
}
